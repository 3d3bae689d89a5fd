"""The text of a report in any format: workbooks and archives are ZIP files of texts."""

import io
import zipfile
from html import unescape


def text_of(written: str | bytes) -> str:
    """Return all that a report says."""
    if isinstance(written, str):
        return written
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        return "".join(unescape(archive.read(name).decode()) for name in archive.namelist())
