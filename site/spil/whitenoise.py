"""Hands out static files without blocking the loop that sockets live on; WhiteNoise itself knows only the synchronous way."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from asgiref.sync import iscoroutinefunction, markcoroutinefunction, sync_to_async
from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware


class AsyncWhiteNoiseMiddleware(WhiteNoiseMiddleware):
    """WhiteNoise that streams files asynchronously when the server does."""

    async_capable = True

    def __init__(self, get_response: Callable[..., Any]) -> None:
        super().__init__(get_response)
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request: HttpRequest) -> HttpResponse | Awaitable[HttpResponse]:
        return self.acall(request) if iscoroutinefunction(self) else super().__call__(request)

    async def acall(self, request: HttpRequest) -> HttpResponse:
        """Serve a static file when the path is one, else go on."""
        path = request.path_info
        found = await sync_to_async(self.find_file)(path) if self.autorefresh else self.files.get(path)
        if found is None:
            return await self.get_response(request)
        response = self.serve(found, request)
        if response.streaming:
            response.streaming_content = self._chunks(response)
        return response

    @staticmethod
    def _chunks(response: Any) -> AsyncIterator[bytes]:
        stream = response.file_to_stream

        async def chunks() -> AsyncIterator[bytes]:
            try:
                while chunk := await sync_to_async(stream.read)(65536):
                    yield chunk
            finally:
                stream.close()

        return chunks()
