from pathlib import Path

import pytest

from newsdesk.system.diagnostics import describe_machine, describe_network, describe_storage


def test_the_machine_is_described() -> None:
    facts = describe_machine()
    assert facts["newsdesk"]
    assert "missing" not in facts.values()


def test_storage_that_is_not_there_yet_is_described_by_its_parent(tmp_path: Path) -> None:
    facts = describe_storage(tmp_path / "not" / "yet")
    assert int(facts["free_mb"]) >= 0
    assert facts["writable"] == "True"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("http://an:mat-khau@proxy.example:3128/", "http://proxy.example:3128/"),
        ("an:mat-khau@proxy.example:3128", "proxy.example:3128"),
        ("http://an:mat-khau/@proxy.example:3128", "http://proxy.example:3128"),
        ("http://an:mat-khau://mat-khau@proxy.example", "http://proxy.example"),
        ("proxy.example:3128", "proxy.example:3128"),
    ],
)
def test_a_proxy_is_shown_without_its_password(
    monkeypatch: pytest.MonkeyPatch, given: str, shown: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", given)
    facts = describe_network()
    assert facts["proxy_https"] == shown
    assert "mat-khau" not in str(facts)
