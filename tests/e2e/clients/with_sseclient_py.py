"""Print what sseclient-py makes of a stream, one JSON array [event, id, data] per line."""

import json
import sys

import requests
import sseclient

with requests.get(sys.argv[1], stream=True, timeout=60) as answer:
    for event in sseclient.SSEClient(answer).events():
        print(json.dumps([event.event, event.id or "", event.data]), flush=True)
