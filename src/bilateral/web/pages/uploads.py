"""Files that are dropped on a page."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from bilateral.errors import UsageError
from bilateral.web.here import Here
from bilateral.web.security.guard import UPLOADS, TooLarge
from bilateral.web.uploads import MOST_FILES

router = APIRouter()

PIECE = 1 << 20
_UNFIT = re.compile(r"[^\w.,;()+ -]|^\.+")


@router.get(UPLOADS)
def uploads(web: Here) -> dict[str, Any]:
    """The last droppings, the newest first: how far each is, and what became of it."""
    return {"uploads": [job.told() for job in web.uploads.jobs()]}


@router.post(UPLOADS, status_code=202)
async def upload(request: Request, web: Here) -> dict[str, Any]:
    """Add files (parts of a form called ``files``) in the background; gives the number to ask for."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise UsageError("send a form with parts called files")
    try:
        async with request.form(max_files=MOST_FILES, max_fields=10) as form:
            files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
            if not files:
                raise UsageError("there was no file in it")
            folder = web.uploads.folder()
            try:
                for number, file in enumerate(files):
                    await _keep(file, folder, number)
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                raise
    except TooLarge:
        raise
    except HTTPException as error:
        raise UsageError(f"{error.detail}; at most {MOST_FILES} files at once, or: bilateral add") from None
    return web.uploads.add(folder, len(files)).told()


async def _keep(file: UploadFile, folder: Path, number: int) -> None:
    name = _UNFIT.sub("_", Path((file.filename or "").replace("\\", "/")).name)[-120:] or "file"
    path = folder / name
    if path.exists():
        path = folder / f"{number}_{name}"
    with path.open("wb") as out:
        while piece := await file.read(PIECE):
            out.write(piece)
