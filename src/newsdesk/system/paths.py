"""Where things are on this machine."""

from pathlib import Path

import platformdirs

import newsdesk

APP = "newsdesk"


def resources() -> Path:
    """The folder of shipped files: inside the installed package, or the top of a source checkout."""
    package = Path(newsdesk.__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parents[1] / "resources"


def default_library() -> Path:
    """The reporter's library: local, never roaming."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False, roaming=False)) / "library"


def demonstration_library() -> Path:
    """The library of the demonstration, apart from the reporter's own."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False, roaming=False)) / "demonstration"


def settings_file() -> Path:
    """Where the reporter's own settings are kept."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False, roaming=False)) / "settings.json"
