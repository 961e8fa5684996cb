"""gunicorn's settings, and why each is what it is."""

import logging
import sys

import gevent

from ghostly.errors import SettingsError
from ghostly.journal.redact import Redactor
from ghostly.settings import Settings

try:
    settings = Settings.from_env()
except SettingsError as error:
    sys.exit(f"ghostly: {error}")

bind = f"[{settings.host}]:{settings.port}" if ":" in settings.host else f"{settings.host}:{settings.port}"

# Thousands of open streams need greenlets, not threads.
worker_class = "gevent"
# One process: the in-process bus does not ring in another one, and each worker has a browser of its own.
workers = 1
# Room for every stream, and for the requests beside them.
worker_connections = settings.max_streams + 256
# A worker says that it lives once a second; one that is stuck for so long will not come back.
timeout = 60
# Streams end themselves at once; this is for requests that are under way.
graceful_timeout = 8
keepalive = 5
# Nobody needs a second way to command the server.
control_socket_disable = True

accesslog = "-"
errorlog = "-"
loglevel = settings.log_level.lower()
# The path without the query (%(U)s): EventSource can only send its token there.
access_log_format = '%(h)s "%(m)s %(U)s %(H)s" %(s)s %(b)s bytes %(M)s ms'


class NoSecrets(logging.Filter):
    """Masks tokens in whatever gunicorn has to say, and leaves out readers that were dropped for taking nothing."""

    def __init__(self):
        super().__init__()
        self._redactor = Redactor()

    def filter(self, record):
        if record.exc_info and isinstance(record.exc_info[1], TimeoutError):
            return False
        record.msg, record.args = self._redactor.text(record.getMessage()), None
        return True


def on_starting(server):
    for name in ("gunicorn.error", "gunicorn.access"):
        logging.getLogger(name).addFilter(NoSecrets())


def post_worker_init(worker):
    """gunicorn would leave streams hanging at SIGTERM, and cut them in mid-chunk when its patience ends."""
    station = worker.wsgi.extensions["ghostly"]

    def watch():
        while worker.alive:
            gevent.sleep(0.05)
        station.stop()

    gevent.spawn(watch)


def worker_exit(server, worker):
    """Whatever way the worker leaves, its browser goes along; doing so twice is harmless."""
    application = getattr(worker, "wsgi", None)
    if application is not None:
        application.extensions["ghostly"].stop()
