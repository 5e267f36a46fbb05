"""Make a virtual environment and install the project and its tools: what ``make install`` runs.

On the Python that the lock was made for the locked packages are taken, on another one those that fit pyproject.toml.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from wanted import ROOT, wanted

LOCK = ROOT / "requirements" / "ci.txt"
LOCKED_FOR = (3, 11)


def install(folder: Path) -> None:
    """Build the environment in ``folder``."""
    if sys.version_info < (3, 11):  # noqa: UP036 (the user may run it with any)
        sys.exit(f"bilateral needs Python 3.11 or later, not {sys.version.split()[0]}; try make PYTHON=python3.12")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    pip = [folder / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    locked = sys.version_info[:2] == LOCKED_FOR
    packages = ["--require-hashes", "-r", LOCK] if locked else wanted()
    print(f"installing {'the locked packages' if locked else 'packages'} into {folder}", flush=True)
    subprocess.run([*pip, *packages], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", ROOT], check=True)


if __name__ == "__main__":
    try:
        install(Path(sys.argv[1]))
    except subprocess.CalledProcessError as error:
        sys.exit(f"bilateral: could not install ({error}); see the lines above")
