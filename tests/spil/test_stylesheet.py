"""The one stylesheet: all the small ones in it once, in order, without words for developers, and new when one of them is."""

import os
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from spil.stylesheet import NAME, StylesheetFinder, joined, sources


@pytest.fixture
def finder(settings, tmp_path: Path) -> StylesheetFinder:
    settings.VAR_DIR = tmp_path
    return StylesheetFinder()


def test_every_stylesheet_is_in_it_once_and_the_layers_come_first():
    folder = Path(finders.find("css/tokens.css")).parent
    assert sorted(sources()) == sorted(folder.rglob("*.css"))
    assert sources()[0].name == "tokens.css"
    layers = "@layer "
    assert joined(path.read_text() for path in sources()).startswith(layers)


def test_it_holds_no_comment_and_no_address():
    text = joined(path.read_text() for path in sources())
    assert "/*" not in text
    # An address would be relative to another folder, and a string could be cut where it looks like a comment.
    assert "url(" not in text
    assert text.count("{") == text.count("}") > 300


def test_it_is_found_served_and_collected(finder):
    assert finders.find(NAME).endswith(NAME)
    assert finder.find("css/other.css") == finder.find("css/other.css", find_all=True) == []
    assert finder.find(NAME, find_all=True) == [finder.find(NAME)]
    assert [name for name, _storage in finder.list(None)] == [NAME]


def test_it_is_written_anew_only_when_a_source_changed(finder, tmp_path, monkeypatch):
    source = tmp_path / "source" / "one.css"
    source.parent.mkdir()
    source.write_text("/* Why. */\n  a { color: red; }\n\n")
    monkeypatch.setattr("spil.stylesheet.sources", lambda: [source])
    path = Path(finder.find(NAME))
    assert path.read_text() == "a { color: red; }\n"
    path.write_text("kept")
    assert Path(finder.find(NAME)).read_text() == "kept"
    later = path.stat().st_mtime + 5
    source.write_text("b { color: blue; }")
    os.utime(source, (later, later))
    assert Path(finder.find(NAME)).read_text() == "b { color: blue; }\n"
