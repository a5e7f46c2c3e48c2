"""A keyboard that has every Vietnamese letter.

xdotool lends a free key to each letter that the keyboard lacks, just before it presses it; programs hear of
that too late and lose letters. So the letters get keys of their own before anybody types.
"""

import re
import subprocess
import unicodedata
from collections.abc import Iterator, Mapping

TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
SIGNS = "–“”…"


def letters() -> Iterator[tuple[str, str]]:
    """The letters outside ASCII, small and capital, and a few signs."""
    for vowel in "aăâeêioôơuưy":
        for tone in TONES:
            letter = unicodedata.normalize("NFC", vowel + tone)
            if not letter.isascii():
                yield letter, letter.upper()
    yield "đ", "Đ"
    for sign in SIGNS:
        yield sign, sign


def teach(display: str, environment: Mapping[str, str]) -> None:
    """Put the letters in the place of the keys for players, mail and the like, which nobody presses here."""
    keymap = _xkbcomp("-xkb", display, "-", environment=environment)
    spare = re.findall(r"^\s*(<I\d+>) = \d+;", keymap, re.MULTILINE)
    keymap = re.sub(r"^\s*key\s+<I\d+>\s*\{[^}]*\};\n", "", keymap, flags=re.MULTILINE)
    keymap = re.sub(r"^\s*modifier_map \w+ \{[^}]*<I\d+>[^}]*\};\n", "", keymap, flags=re.MULTILINE)
    keys = [
        f"    key {name} {{ [ U{ord(small):04X}, U{ord(capital):04X} ] }};\n"
        for name, (small, capital) in zip(spare, letters(), strict=False)
    ]
    assert len(keys) == len(list(letters())), "the keyboard has too few keys"
    end = keymap.index("\n};", keymap.index("xkb_symbols")) + 1
    taught = keymap[:end] + "".join(keys) + keymap[end:]
    _xkbcomp("-w", "0", "-", display, environment=environment, text=taught)


def _xkbcomp(*words: str, environment: Mapping[str, str], text: str = "") -> str:
    done = subprocess.run(
        ["xkbcomp", *words], input=text, capture_output=True, text=True, env=environment, check=True
    )
    return done.stdout
