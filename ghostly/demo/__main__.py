"""Serves the demo application; the first line it prints is its address."""

from __future__ import annotations

import click
from werkzeug.serving import WSGIRequestHandler, make_server

from . import Fault, create_demo, fault_table
from .words import LANGUAGES


class _QuietHandler(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass


def _fault_lines() -> str:
    # \b keeps click from joining the lines.
    return "\b\nFaults:\n" + "\n".join(f"  {name:<20}{sentence}" for name, sentence in fault_table("en").items())


@click.command(epilog=_fault_lines())
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=0, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--fault", "faults", multiple=True, type=click.Choice([fault.value for fault in Fault]), metavar="NAME")
@click.option("--slow-ms", default=2000, show_default=True, type=click.IntRange(0), help="How slow `slow` is.")
@click.option("--lang", default="en", show_default=True, type=click.Choice(LANGUAGES))
def main(host: str, port: int, faults: tuple[str, ...], slow_ms: int, lang: str) -> None:
    """Serve a small shop's back office to test against, with the faults that are asked for."""
    app = create_demo(faults, slow_ms, lang)
    server = make_server(host, port, app, threaded=True, request_handler=_QuietHandler)
    shown = f"[{host}]" if ":" in host else host
    try:
        click.echo(f"http://{shown}:{server.server_port}")
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


if __name__ == "__main__":
    main(prog_name="python -m ghostly.demo")
