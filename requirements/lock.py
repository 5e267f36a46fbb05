"""Write requirements/ci.txt: every package pinned, with hashes, without addresses. What ``make lock`` runs."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from wanted import ROOT, wanted

OPTIONS = (
    "--quiet --generate-hashes --allow-unsafe --strip-extras --no-annotate --no-header --upgrade "
    "--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options"
).split()


def lock() -> None:
    """Compile the lock in an environment of its own, which the tool for it goes into."""
    with tempfile.TemporaryDirectory() as folder:
        python = Path(folder) / "bin" / "python"
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "--quiet", "install", "--upgrade", "pip", "pip-tools"], check=True)
        command = [python, "-m", "piptools", "compile", *OPTIONS, "-o", str(ROOT / "requirements" / "ci.txt"), "-"]
        subprocess.run(command, input="\n".join(wanted()), text=True, check=True)


if __name__ == "__main__":
    lock()
