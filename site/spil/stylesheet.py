"""Makes one stylesheet of the many: `css/spil.css`, which pages link. Developers write the small ones, browsers fetch one.

There is no build step: Django's finders ask for the file, and it is written anew when one of its sources changed.
"""

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

NAME = "css/spil.css"
# The layers are named in tokens.css, which therefore comes first.
FIRST = ("tokens.css", "reset.css", "elements.css", "layouts.css", "utilities.css")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def sources() -> list[Path]:
    """Give the stylesheets that become one, in order."""
    folder = settings.SITE_DIR / "static" / "css"
    rest = [path for path in sorted(folder.glob("*.css")) if path.name not in FIRST]
    return [*(folder / name for name in FIRST), *rest, *sorted(folder.glob("components/*.css"))]


def joined(styles: Iterable[str]) -> str:
    """Join stylesheets, without comments, indents and empty lines. No string in them may hold a comment or a line's end."""
    lines = (line.strip() for style in styles for line in _COMMENT.sub("", style).splitlines())
    return "\n".join(line for line in lines if line) + "\n"


class StylesheetFinder(BaseFinder):
    """Finds `css/spil.css`, in the data folder, as new as the newest of its sources."""

    def __init__(self, *_args: Any, **_kwargs: Any) -> None:
        self.storage = FileSystemStorage(settings.VAR_DIR / "styles")

    def check(self, **_kwargs: Any) -> list[Any]:
        """Find nothing wrong: what is told of folders elsewhere does not hold for one file."""
        return []

    def find(self, path: str, find_all: bool = False, **_kwargs: Any) -> Any:
        """Give where the stylesheet lies, when it is the one that is asked for."""
        found = [str(self._written())] if path == NAME else []
        return found[0] if found and not find_all else found

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        """Give the stylesheet to `collectstatic`."""
        self._written()
        yield NAME, self.storage

    def _written(self) -> Path:
        """Write the stylesheet when a source changed since; in one stroke, because several processes may do so at once."""
        path, files = Path(self.storage.path(NAME)), sources()
        # The folder changes when a source is added or taken away.
        newest = max(each.stat().st_mtime for each in {*files, *(each.parent for each in files)})
        if not path.exists() or path.stat().st_mtime <= newest:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, fresh = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(joined(each.read_text(encoding="utf-8") for each in files))
            Path(fresh).chmod(0o644)
            Path(fresh).replace(path)
        return path
