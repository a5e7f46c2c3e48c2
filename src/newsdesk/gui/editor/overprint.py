"""What is shown over the text without changing it, in layers: findings, found words."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QTextEdit

Selections = Iterable[QTextEdit.ExtraSelection]


class Overprint:
    """Keeps the layers of one text edit apart; the toolkit knows a single list of extra selections."""

    def __init__(self, edit: QTextEdit) -> None:
        self._edit = edit
        self._layers: list[list[QTextEdit.ExtraSelection]] = []

    def layer(self) -> Callable[[Selections], None]:
        """A new layer above those there are; what is returned shows selections in it instead of the last."""
        mine: list[QTextEdit.ExtraSelection] = []
        self._layers.append(mine)

        def show(selections: Selections) -> None:
            new = list(selections)
            if new or mine:
                mine[:] = new
                self._edit.setExtraSelections([each for layer in self._layers for each in layer])

        return show
