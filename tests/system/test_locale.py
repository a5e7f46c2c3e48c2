from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from newsdesk.system.locale import N_, Translator


@pytest.fixture
def catalogues(tmp_path: Path) -> Path:
    for language, word, copies in (
        ("vi", "Đã lưu {time}", "{count} ảnh"),
        ("en", "Saved {time}", "{count} photos"),
    ):
        catalog = Catalog(locale=language)
        catalog.add(N_("Saved {time}"), word)
        forms = catalog.num_plurals
        catalog.add(("{count} photo", "{count} photos"), tuple([copies] * forms))
        folder = tmp_path / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        with (folder / "newsdesk.mo").open("wb") as stream:
            write_mo(stream, catalog)
    return tmp_path


def test_it_speaks_the_chosen_language(catalogues: Path) -> None:
    tr = Translator(catalogues)
    assert tr("Saved {time}", time="10:42") == "Đã lưu 10:42"
    assert tr.plural("{count} photo", "{count} photos", 3) == "3 ảnh"


def test_switching_tells_the_listeners(catalogues: Path) -> None:
    tr, heard = Translator(catalogues), []
    tr.on_change(lambda: heard.append(tr("Saved {time}", time="9:00")))
    tr.switch("en")
    assert heard == ["Saved 9:00"]
    assert tr.language == "en"


def test_braces_in_a_text_without_parameters_stay(catalogues: Path) -> None:
    assert Translator(catalogues)("a {curly} remark") == "a {curly} remark"
    assert Translator(catalogues)("") == ""


def test_a_language_without_a_catalogue_is_refused(catalogues: Path) -> None:
    with pytest.raises(ValueError, match="fr"):
        Translator(catalogues, "fr")
