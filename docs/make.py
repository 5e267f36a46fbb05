"""Run the examples in the documentation and put in what they print: ``make docs``.

An example is a fenced block marked ``console``; its lines that begin with ``$ `` are commands. They run in an empty
folder that holds the record of ``bilateral demo demo.db``. The event in ``show demo.db EVENT`` is one that is told
differently, whatever its id is now.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
WIDTH = 110

Shell = Callable[[str], str]


def filled(page: str, shell: Shell) -> str:
    """The page with every example run anew."""
    return BLOCK.sub(lambda block: f"```console\n{rerun(block[1], shell)}```", page)


def rerun(block: str, shell: Shell) -> str:
    """The commands of a block, each with what it prints."""
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "\n".join(f"{command}\n{shell(command[2:])}" for command in map(with_event, commands))


def with_event(command: str) -> str:
    """The command with an event that exists."""
    return re.sub(r"(?<=show demo\.db )\w+", lambda _: disputed(), command)


def disputed() -> str:
    """The id of the event that most reports tell differently, as the table shows it."""
    told = run("bilateral export demo.db")
    events = [json.loads(line) for line in told.splitlines()]
    chosen = max(events, key=lambda event: (bool(event["conflicts"]), len(event["evidence"])))
    return str(chosen["id"].removeprefix("evt_")[:8])


def run(command: str) -> str:
    """What a command prints, both streams as on a terminal. Raises CalledProcessError when it fails."""
    command, _, pipe = command.partition(" | ")
    program, *arguments = shlex.split(command)
    assert program == "bilateral", command
    environment = {**os.environ, "COLUMNS": str(WIDTH), "LC_ALL": "C.UTF-8"}
    ran = subprocess.run(
        [sys.executable, "-m", "bilateral", *arguments],
        env=environment, check=True, text=True, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return "".join(f"{line.rstrip()}\n" for line in piped(ran.stdout, pipe).splitlines())


def piped(text: str, pipe: str) -> str:
    """The text as ``head -n N`` or ``python -m json.tool`` leaves it, the latter with pairs of numbers on one line."""
    if pipe == "python -m json.tool":
        laid_out = json.dumps(json.loads(text), indent=2, ensure_ascii=False)
        return re.sub(r"\[\s+(\d+),\s+(\d+)\s+\]", r"[\1, \2]", laid_out)
    most = int(pipe.removeprefix("head -n ")) if pipe else None
    return "\n".join(text.splitlines()[:most])


def main() -> None:
    """Rewrite every page."""
    pages = {path: path.read_text(encoding="utf-8") for path in PAGES}
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        run("bilateral demo demo.db")
        for path, page in pages.items():
            path.write_text(filled(page, run), encoding="utf-8")
            print(f"made {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
