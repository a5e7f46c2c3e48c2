"""Signed links to a piece that is not public yet."""

from datetime import UTC, datetime, timedelta

from itsdangerous import BadData, URLSafeSerializer

from newsdesk.demo import clock
from newsdesk.demo.piece import Piece

GOOD_FOR = timedelta(hours=24)


class Previews:
    """Makes and checks preview links. A link shows whatever version stands when it is opened."""

    def __init__(self, secret: bytes) -> None:
        self._signer = URLSafeSerializer(secret, salt="preview")

    def link(self, piece: Piece) -> tuple[str, str]:
        """The path of a link, and when it stops working."""
        expires = clock.write(datetime.now(UTC) + GOOD_FOR)
        return f"/xem-truoc/{self._signer.dumps([piece.id, expires])!s}/", expires

    def opened(self, token: str) -> str | None:
        """The article a link is for, None when it is forged or over."""
        try:
            article_id, expires = self._signer.loads(token)
        except (BadData, ValueError):
            return None
        return str(article_id) if expires > clock.now() else None
