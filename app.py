"""The WSGI application: `gunicorn -c gunicorn.conf.py app:app`, `python app.py`, or any other WSGI server."""

import gc

# Nothing of what is imported becomes garbage: looking for it takes a fifth of the start.
gc.disable()

from gevent import monkey  # noqa: E402

monkey.patch_all()

from ghostly.wiring import application, serve  # noqa: E402 - nothing may be imported before it is patched

gc.freeze()
gc.enable()

if __name__ == "__main__":
    serve()
else:
    app = application()
