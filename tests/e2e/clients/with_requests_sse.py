"""Print what requests-sse makes of a stream, one JSON array [event, id, data] per line."""

import json
import sys

from requests_sse import EventSource

with EventSource(sys.argv[1], timeout=60, max_connect_retry=0) as source:
    for event in source:
        print(json.dumps([event.type, event.last_event_id or "", event.data]), flush=True)
        if event.type == "end":
            break
