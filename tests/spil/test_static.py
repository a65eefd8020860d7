"""Static files: handed out without a thread of their own, whole, in part, or "not changed"; asked as the real server asks."""

import pytest
from django.test import AsyncClient, AsyncRequestFactory

from spil.whitenoise import CHUNK, AsyncWhiteNoiseMiddleware

SCRIPT = "/static/js/live.js"
LARGE = "/static/wagtailadmin/js/vendor.js"


async def body(response) -> bytes:
    content = b"".join([part async for part in response.streaming_content])
    response.close()
    return content


@pytest.fixture
def browser() -> AsyncClient:
    return AsyncClient()


async def test_a_file_comes_whole_and_asynchronously(browser):
    response = await browser.get(LARGE)
    assert (response.status_code, response.is_async) == (200, True)
    content = await body(response)
    assert len(content) == int(response.headers["Content-Length"]) > CHUNK


async def test_a_file_carries_what_a_file_needs(browser):
    response = await browser.get(SCRIPT)
    response.close()
    assert response.headers["Content-Type"].startswith("text/javascript")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in response.headers
    assert "Set-Cookie" not in response.headers


async def test_a_head_and_a_file_that_did_not_change_come_without_a_body(browser):
    whole = await browser.get(SCRIPT)
    await body(whole)
    middleware, ask = AsyncWhiteNoiseMiddleware(None), AsyncRequestFactory()
    head = await middleware(ask.head(SCRIPT))
    same = await middleware(ask.get(SCRIPT, headers={"if-none-match": whole.headers["ETag"]}))
    assert (head.status_code, same.status_code) == (200, 304)
    assert await body(head) == await body(same) == b""


async def test_a_part_of_a_file(browser):
    response = await browser.get(SCRIPT, headers={"range": "bytes=3-9"})
    assert response.status_code == 206
    assert len(await body(response)) == 7


@pytest.mark.parametrize(
    "path",
    ["/static/niet.js", "/static/../settings.py", "/static/%2e%2e/manage.py", "/static//etc/passwd.txt"],
)
async def test_what_is_no_file_is_as_closed_as_everything_else(browser, path):
    response = await browser.get(path)
    assert response.status_code == 302
    assert response.url.startswith("/account/inloggen/")


async def test_only_get_and_head_reach_a_file(browser):
    assert (await browser.post(SCRIPT)).status_code == 405
