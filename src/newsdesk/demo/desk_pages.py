"""The editors' queue in a browser: what waits, and taking, returning, publishing, taking down."""

import secrets
from dataclasses import dataclass

from flask import Flask, flash, redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from newsdesk.demo import clock, contract, workflow
from newsdesk.demo.accounts import Account, Accounts
from newsdesk.demo.articles import Articles, Wanted
from newsdesk.demo.fields import Reading
from newsdesk.demo.piece import Piece
from newsdesk.demo.presenting import day, when
from newsdesk.demo.preview import Previews
from newsdesk.demo.problem import Problem
from newsdesk.demo.site import Site
from newsdesk.demo.terms import Terms
from newsdesk.demo.transitions import Transitions, Wish

QUEUES = (
    ("submitted", "Chờ duyệt"),
    ("in_review", "Đang duyệt"),
    ("scheduled", "Đã hẹn giờ"),
    ("returned", "Đã trả lại"),
    ("published", "Đã xuất bản"),
    ("unpublished", "Đã gỡ"),
)
STEP_WORDS = {
    "in_review": "Nhận duyệt",
    "returned": "Trả lại",
    "published": "Xuất bản",
    "unpublished": "Gỡ bài",
    "submitted": "Chuyển về chờ duyệt",
}
FIELD_WORDS = {
    "/headline": "tiêu đề",
    "/standfirst": "sapo",
    "/bylines": "tác giả",
    "/categoryIds": "chuyên mục",
    "/note": "ghi chú cho phóng viên",
}
PROBLEM_WORDS = {
    "precondition_failed": "Bài vừa được sửa ở nơi khác. Hãy xem lại bản mới rồi quyết định.",
    "forbidden": "Tài khoản này không có quyền làm việc đó.",
    "transition_not_allowed": "Bài đã sang trạng thái khác. Hãy tải lại trang.",
    "not_found": "Không còn bài này.",
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A piece in the queue. `steps` are statuses with the words on their buttons."""

    piece: Piece
    when: str
    preview: str
    steps: tuple[tuple[str, str], ...]
    key: str


class DeskPages:
    """The pages of editors. A visitor signs in with the same token as a program."""

    def __init__(
        self,
        site: Site,
        accounts: Accounts,
        articles: Articles,
        transitions: Transitions,
        terms: Terms,
        previews: Previews,
    ) -> None:
        self._site = site
        self._accounts = accounts
        self._articles = articles
        self._transitions = transitions
        self._terms = terms
        self._previews = previews

    def register(self, app: Flask) -> None:
        """Put the paths into the app."""
        app.add_url_rule("/bien-tap/", "desk", self.queue)
        app.add_url_rule("/bien-tap/dang-nhap", "sign_in", self.sign_in, methods=["POST"])
        app.add_url_rule("/bien-tap/dang-xuat", "sign_out", self.sign_out, methods=["POST"])
        app.add_url_rule("/bien-tap/<uuid_text:article_id>", "decide", self.decide, methods=["POST"])
        app.add_url_rule("/bien-tap/the", "retire_tag", self.retire_tag, methods=["POST"])

    def queue(self) -> str:
        """What waits, by status; the sign-in form for strangers."""
        editor = self._editor()
        today = day(clock.now())
        if editor is None:
            return render_template("desk_sign_in.html", site=self._site, today=today, here="")
        queues = [(words, self._waiting(status, editor)) for status, words in QUEUES]
        tags, _ = self._terms.listed("tags", None, None, 500)
        return render_template(
            "desk.html",
            site=self._site,
            editor=editor,
            queues=queues,
            tags=tags["items"],
            today=today,
            here="",
        )

    def sign_in(self) -> Response:
        """Remember an editor."""
        account = self._accounts.holder(request.form.get("token", "").strip())
        if account is None or not account.may(workflow.OTHERS):
            flash("Mã truy cập không đúng, hoặc không phải của biên tập viên.")
        else:
            session["user"] = account.user
        return redirect(url_for("desk"))

    def sign_out(self) -> Response:
        """Forget the editor."""
        session.clear()
        return redirect(url_for("desk"))

    def decide(self, article_id: str) -> Response:
        """Change the status of a piece."""
        editor = self._editor()
        if editor is not None:
            change = {"to": request.form.get("to", ""), "note": request.form.get("note", "")}
            change["note"] = change["note"].replace("\r\n", "\n")
            reading = Reading()
            read = contract.TRANSITION.read(change, "", reading)
            tags = (request.form.get("etag", ""),)
            key = f"desk-{request.form.get('key', '')}"
            try:
                wish = Wish(article_id, key, tags, change, read, reading)
                self._transitions.fulfil(wish, editor, lambda _: b"")
            except Problem as problem:
                flash(_sentence(problem))
        return redirect(url_for("desk"))

    def retire_tag(self) -> Response:
        """Take a tag out of the list; clients learn it as a tombstone."""
        if self._editor() is not None:
            self._terms.retire("tags", request.form.get("id", ""))
        return redirect(url_for("desk"))

    def _editor(self) -> Account | None:
        account = self._accounts.of(session.get("user", ""))
        return account if account and account.may(workflow.OTHERS) else None

    def _waiting(self, status: str, editor: Account) -> list[Waiting]:
        found = self._articles.listed(Wanted(status=status, limit=500))
        return [self._row(piece, editor) for piece in reversed(found.pieces)]

    def _row(self, piece: Piece, editor: Account) -> Waiting:
        steps = workflow.possible(piece.status, piece.owner, editor)
        return Waiting(
            piece=piece,
            when=when(piece.updated_at),
            preview=self._previews.link(piece)[0],
            steps=tuple((to, STEP_WORDS[to]) for to in steps if to in STEP_WORDS),
            key=secrets.token_hex(8),
        )


def _sentence(problem: Problem) -> str:
    """What an editor reads about a refusal."""
    if problem.code == "invalid":
        lacking = ", ".join(FIELD_WORDS.get(error.pointer, error.pointer) for error in problem.errors)
        return f"Chưa được: còn thiếu {lacking}."
    return PROBLEM_WORDS.get(problem.code, "Không thực hiện được. Hãy thử lại.")
