from hypothesis import given
from hypothesis import strategies as st

from making.articles import runs
from newsdesk.article.text import Run, Runs, cut, normalised, plain, runs_of


@given(runs())
def test_normalising_twice_changes_nothing(content: Runs) -> None:
    assert normalised(content) == content
    assert plain(normalised(content)) == plain(content)


@given(runs(), st.integers(0, 40), st.integers(0, 40))
def test_cut_is_slicing_with_marks(content: Runs, start: int, end: int) -> None:
    assert plain(cut(content, start, end)) == plain(content)[start:end]


@given(runs(), st.integers(0, 40))
def test_two_halves_make_the_whole(content: Runs, place: int) -> None:
    length = len(plain(content))
    assert normalised(cut(content, 0, place) + cut(content, place, length)) == content


def test_empty_text_has_no_run() -> None:
    assert runs_of("") == ()
    assert normalised([Run(""), Run("a"), Run("b")]) == (Run("ab"),)
