"""Every text a person can meet stands in both catalogues, with the same parameters."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARAMETERS = re.compile(r"{(\w+)")


def catalogues() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / "packaging" / "catalogues.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_catalogue_is_complete(language: str) -> None:
    tool = catalogues()
    wanted = {str(forms(message.id)[0]) for message in tool.extracted() if message.id}
    held = {
        str(forms(message.id)[0])
        for message in tool.load(language)
        if message.id and all(forms(message.string)) and not message.fuzzy
    }
    assert sorted(wanted - held) == []
    assert sorted(held - wanted) == [], "texts nobody shows any more"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_parameters_agree(language: str) -> None:
    for message in catalogues().load(language):
        if message.id:
            asked = set(PARAMETERS.findall(" ".join(forms(message.id))))
            for form in forms(message.string):
                assert set(PARAMETERS.findall(form)) <= asked, form


def test_vietnamese_is_not_english() -> None:
    same = [
        message.id
        for message in catalogues().load("vi")
        if message.id
        and message.string == message.id
        and re.search(r"[a-z]{4,} [a-z]{2,} [a-z]{2,}", str(message.id))
    ]
    assert same == []
