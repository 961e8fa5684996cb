"""Print what httpx-sse makes of a stream, one JSON array [event, id, data] per line."""

import json
import sys

import httpx
from httpx_sse import connect_sse

with httpx.Client(timeout=60) as client, connect_sse(client, "GET", sys.argv[1]) as source:
    for event in source.iter_sse():
        print(json.dumps([event.event, event.id, event.data]), flush=True)
