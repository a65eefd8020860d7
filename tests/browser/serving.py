"""Servers for the browser tests: a demo that is prepared once, and copies of it that are served. For conftest.py."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
DATABASES = "spil_browser_"


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """The demo, running for the tests alone."""

    url: str
    env: dict[str, str]

    def manage(self, *args: str) -> str:
        """Run a command beside the server and give what it printed."""
        return self.run(str(ROOT / "manage.py"), *args)

    def run(self, *args: str) -> str:
        """Run Python beside the server and give what it printed."""
        done = subprocess.run(
            [sys.executable, *args], env=self.env, cwd=ROOT, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()


def environment(var: Path, port: int) -> dict[str, str]:
    """Give the environment of the server: the demo on its own data; on the services' database when the suite runs there."""
    env = {key: value for key, value in os.environ.items() if not key.startswith(("SPIL_", "DJANGO_", "PYTEST_"))}
    env |= {"PYTHONPATH": f"{ROOT}:{ROOT / 'site'}", "DJANGO_SETTINGS_MODULE": "spil.settings"}
    env |= {"SPIL_MODE": "demo", "SPIL_VAR_DIR": str(var), "SPIL_PORT": str(port), "PYTHONWARNINGS": "default"}
    if os.environ.get("SPIL_DATABASE_URL"):
        base, _slash, _name = os.environ["SPIL_DATABASE_URL"].rpartition("/")
        env["SPIL_DATABASE_URL"] = f"{base}/{DATABASES}{port}"
    if os.environ.get("SPIL_REDIS_URL"):
        env |= {"SPIL_REDIS_URL": os.environ["SPIL_REDIS_URL"], "SPIL_REDIS_PREFIX": f"browser{port}"}
    return env


def database_of(env: dict[str, str]) -> str:
    """Give the name of a server's own PostgreSQL database; "" on SQLite."""
    return env.get("SPIL_DATABASE_URL", "").rpartition("/")[2]


def database(sentence: str) -> list[tuple[str]]:
    """Say something to PostgreSQL, and give the rows that it answers with."""
    import psycopg  # only where the suite runs on PostgreSQL

    with psycopg.connect(os.environ["SPIL_DATABASE_URL"], autocommit=True) as connection:
        told = connection.execute(sentence)
        return told.fetchall() if told.description else []


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Give a folder that one of the workers made, and that the others waited for."""
    shared = factory.getbasetemp().parent if "PYTEST_XDIST_WORKER" in os.environ else factory.getbasetemp()
    folder, ready = shared / name, shared / f"{name}-is-ready"
    try:
        folder.mkdir()
    except FileExistsError:
        wait_until(ready.exists, f"Nobody made {folder}")
    else:
        make(folder)
        ready.touch()
    return folder


def copy_of(data: Path, folder: Path) -> Server:
    """Give a copy of a prepared demo, on a port of its own."""
    port = free_port()
    here = Server(f"http://localhost:{port}", environment(folder / "var", port))
    shutil.copytree(data / "var", folder / "var")
    if name := database_of(here.env):
        database(f'CREATE DATABASE "{name}" TEMPLATE "{(data / "database").read_text()}"')
    return here


def keep(here: Server, data: Path) -> None:
    """Keep what a server would have had as data to copy."""
    (data / "database").write_text(database_of(here.env))


def answers(url: str) -> bool:
    """Say whether a server answers."""
    try:
        with urllib.request.urlopen(url, timeout=1):  # noqa: S310  (our own server)
            return True
    except OSError:
        return False


def wait_until(come: Callable[[], bool], words: str, seconds: int = 300) -> None:
    """Wait for something to come."""
    end = time.monotonic() + seconds
    while not come():
        if time.monotonic() > end:
            raise TimeoutError(words)
        time.sleep(0.1)


@contextmanager
def served(here: Server) -> Iterator[Server]:
    """Serve, and end it."""
    process = subprocess.Popen([sys.executable, str(ROOT / "manage.py"), "serve"], env=here.env, cwd=ROOT)
    try:
        wait_until(lambda: answers(f"{here.url}/healthz"), here.url)
        yield here
    finally:
        process.terminate()
        process.wait(20)
