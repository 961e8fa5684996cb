"""The WSGI application: `gunicorn -c gunicorn.conf.py app:app`, `python app.py`, or any other WSGI server."""

from gevent import monkey

monkey.patch_all()

from ghostly.settings import Settings  # noqa: E402 - nothing may be imported before it is patched
from ghostly.wiring import create_app, serve  # noqa: E402 - the same

if __name__ == "__main__":
    serve(Settings.from_env())
else:
    app = create_app(Settings.from_env())
