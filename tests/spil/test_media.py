"""Uploaded pictures: for members, as pictures and nothing else; other uploads have a door of their own."""

from pathlib import Path

import pytest
from django.test import Client

from tests.factories import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    for name in ("images/plein.png", "documents/geheim.pdf", "original_images/plein.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"inhoud")
    return tmp_path


@pytest.fixture
def member(client_for) -> Client:
    return client_for(make_member())


def test_a_member_sees_a_picture_that_can_be_nothing_but_a_picture(folder, member):
    response = member.get("/media/images/plein.png")
    assert b"".join(response.streaming_content) == b"inhoud"
    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["Content-Security-Policy"] == "default-src 'none'"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "no-store, private"


def test_a_visitor_and_who_is_half_way_see_none(folder, half_client_for):
    for client in (Client(), half_client_for(make_member())):
        for name in ("plein.png", "bestaat-niet.png"):
            assert client.get(f"/media/images/{name}").status_code == 302


@pytest.mark.parametrize(
    "path",
    [
        "/media/documents/geheim.pdf",
        "/media/original_images/plein.png",
        "/media/images/../documents/geheim.pdf",
        "/media/images/%2e%2e/documents/geheim.pdf",
        "/media/images//etc/passwd",
        "/media/images/plein.png%00.txt",
        "/media/images/" + "x" * 5000,
        "/media/images/.",
    ],
)
def test_nothing_else_comes_out_of_the_folder(folder, member, path):
    response = member.get(path)
    assert response.status_code in {302, 404}
    if response.status_code == 302:
        assert member.get(response.url).status_code == 404


def test_a_document_is_not_handed_out_by_a_visitors_guess(client, half_client_for):
    for visitor in (client, half_client_for(make_member())):
        assert visitor.get("/documenten/1/geheim.pdf").status_code == 302
