"""Hands out static files without blocking the loop that sockets live on; WhiteNoise itself knows only the synchronous way."""

from collections.abc import AsyncIterator, Callable
from typing import Any

from asgiref.sync import markcoroutinefunction, sync_to_async
from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware

CHUNK = 64 * 1024


class AsyncWhiteNoiseMiddleware(WhiteNoiseMiddleware):
    """WhiteNoise that streams files asynchronously when the server does."""

    # Only so: were it able to run synchronously, Django would let it, because what comes after it is synchronous.
    sync_capable = False
    async_capable = True

    def __init__(self, get_response: Callable[..., Any]) -> None:
        super().__init__(get_response)
        markcoroutinefunction(self)

    async def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serve a static file when the path is one, else go on."""
        found = await self._found(request.path_info)
        if found is None:
            return await self.get_response(request)
        response = self.serve(found, request)
        # This middleware stands first, so the ones that add these to pages never see a file.
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        if response.streaming:
            response.streaming_content = self._chunks(response.file_to_stream)
        return response

    async def _found(self, path: str) -> Any:
        if not self.autorefresh:
            return self.files.get(path)
        # Looking on disk takes a thread; a page need not wait for that.
        return await sync_to_async(self.find_file)(path) if path.startswith(self.static_prefix) else None

    @staticmethod
    async def _chunks(stream: Any) -> AsyncIterator[bytes]:
        # An answer to HEAD, or "not changed", has no file; the response itself closes one that is there.
        while stream and (chunk := await sync_to_async(stream.read)(CHUNK)):
            yield chunk
