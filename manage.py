#!/usr/bin/env python
"""The one entrance for commands; it serves operators and developers and must never change a setting behind their back."""

import os
import sys
from pathlib import Path

# The source roots, so that a checkout answers with a clear sentence even before it is installed.
ROOT = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT), str(ROOT / "site")]


def main() -> None:
    """Run a Django command; `demo_code` alone implies the demo mode, for it can only read demo secrets."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spil.settings")
    if sys.argv[1:2] == ["demo_code"] and "SPIL_SECRET_KEY" not in os.environ:
        os.environ.setdefault("SPIL_MODE", "demo")
    try:
        from django.core.management import execute_from_command_line
    except ImportError:
        sys.exit("Spil is not installed here yet. Run: make run")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
