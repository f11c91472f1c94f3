"""resources: Finds the data files: in a checkout, an installed wheel and a bundle."""

from pathlib import Path


def find_resources() -> Path:
    """The folder `resources`, which lies beside the folder `server_stub` in all three.

    Raises `FileNotFoundError` with a sentence when there is none.
    """
    folder = Path(__file__).resolve().parents[2] / "resources"
    if not folder.is_dir():
        raise FileNotFoundError(
            f"The data files should be in {folder}, and nothing is there. Install the program anew."
        )
    return folder
