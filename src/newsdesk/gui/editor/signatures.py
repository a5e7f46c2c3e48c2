"""What can be done to a line of bylines; each answers with the new line."""

from collections.abc import Sequence
from dataclasses import replace

from newsdesk.article.model import Byline

Bylines = tuple[Byline, ...]


def added(bylines: Bylines, new: Sequence[Byline]) -> Bylines:
    """With new ones at the end; nobody signs twice."""
    return (*bylines, *_unsigned(new, bylines))


def renamed(bylines: Bylines, index: int, new: Sequence[Byline]) -> Bylines:
    """With the first new name in the place and role of the one at `index`, and further names behind it."""
    if not new:
        return bylines
    before, old, after = bylines[:index], bylines[index], bylines[index + 1 :]
    first = replace(old, name=new[0].name, person=new[0].person)
    return (*before, first, *_unsigned(new[1:], (*before, first, *after)), *after)


def changed(bylines: Bylines, index: int, byline: Byline) -> Bylines:
    """With another byline at `index`."""
    return (*bylines[:index], byline, *bylines[index + 1 :])


def removed(bylines: Bylines, index: int) -> Bylines:
    """Without the one at `index`."""
    return bylines[:index] + bylines[index + 1 :]


def moved(bylines: Bylines, index: int, target: int) -> Bylines:
    """With the one at `index` standing at `target`."""
    others = removed(bylines, index)
    return (*others[:target], bylines[index], *others[target:])


def _unsigned(new: Sequence[Byline], signed: Bylines) -> Bylines:
    names = {byline.name for byline in signed}
    return tuple(byline for byline in new if byline.name not in names)
