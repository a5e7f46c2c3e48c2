"""House rules for every test: an unexpected log line or a failing thread fails it."""

import logging
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("newsdesk", deadline=None, derandomize=False, print_blob=True)
settings.load_profile("newsdesk")


@pytest.fixture(autouse=True)
def no_unexpected_log_lines(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log that the test did not ask for (by clearing `caplog`) is a failure."""
    yield
    loud = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not loud, f"unexpected log lines: {[record.getMessage() for record in loud]}"
