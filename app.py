"""The WSGI application: `gunicorn -c gunicorn.conf.py app:app`, `python app.py`, or any other WSGI server."""

from gevent import monkey

monkey.patch_all()

from ghostly.wiring import application, serve  # noqa: E402 - nothing may be imported before it is patched

if __name__ == "__main__":
    serve()
else:
    app = application()
