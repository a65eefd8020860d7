"""The Dutch catalogue is complete, and finds what is missing."""

import shutil

import pytest
from babel.messages.catalog import Catalog
from django.utils.translation import gettext, override

from spil import catalogue


def test_every_message_has_dutch():
    assert catalogue.missing(catalogue.update()) == []


def test_the_file_holds_what_the_code_says_and_nothing_else():
    stored, fresh = catalogue.read(), catalogue.update()
    assert {str(message.id) for message in stored} == {str(message.id) for message in fresh}


def test_every_dutch_sentence_keeps_the_names_of_what_is_filled_in():
    for message in catalogue.read():
        for error in message.check():
            pytest.fail(f"{message.id}: {error}")


@pytest.mark.parametrize("string", ["", ("een", "")])
def test_an_empty_translation_is_missing(string):
    book = Catalog(locale="nl")
    book.add(("one", "many") if isinstance(string, tuple) else "one", string=string)
    assert len(catalogue.missing(book)) == 1


def test_a_fuzzy_translation_is_missing():
    book = Catalog(locale="nl")
    book.add("one", string="een", flags=["fuzzy"])
    assert catalogue.missing(book) == ["one"]


def test_templates_and_python_are_both_read():
    found = catalogue.messages()
    assert "Sign in for partners" in found
    assert "This code is not right, or was used already. Wait for the next one and type that." in found
    assert any(isinstance(key, tuple) for key in found)


def test_the_process_that_compiles_speaks_dutch_at_once(tmp_path, settings):
    """The demo compiles and serves in one process: in a fresh clone it showed English until it was started again."""
    folder = tmp_path / "nl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    shutil.copy(catalogue.catalogue_path(), folder)
    settings.LOCALE_PATHS = [tmp_path]
    with override("nl"):
        assert gettext("New case") == "New case"  # Not compiled yet.
    catalogue.compile_all()
    with override("nl"):
        assert gettext("New case") == "Nieuwe casus"
