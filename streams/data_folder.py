"""The folder of what must last: there before anything is kept in it, or said to be missing."""

from pathlib import Path

from .settings import Settings, SettingsError, variable


def data_folder(settings: Settings) -> Path:
    """The setting's folder, made where it is missing. Raises SettingsError."""
    folder = settings.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".probe"
        probe.touch()
        probe.unlink(missing_ok=True)  # another program may have looked at the same moment
    except OSError as error:
        raise SettingsError(
            f"data folder {folder}: {error.strerror}; set {variable('data_dir')} to a folder that"
            " can be written"
        ) from None
    return folder
