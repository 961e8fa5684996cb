"""Print what Chromium's own EventSource makes of a stream, one JSON array [event, id, data] per line."""

import json
import sys
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

LISTEN = """url => new Promise(resolve => {
  const told = [], source = new EventSource(url);
  for (const name of ["status", "assist", "end", "ping"])
    source.addEventListener(name, event => {
      told.push([name, event.lastEventId, event.data]);
      if (name === "end") { source.close(); resolve(told); }
    });
})"""

url, executable = sys.argv[1:]
blank = urlsplit(url)._replace(path="/blank", query="").geturl()
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=executable or None, args=["--no-sandbox", "--disable-gpu"])
    page = browser.new_page()
    # An empty page of the same origin, so that the browser lets it open the stream.
    page.route(blank, lambda route: route.fulfill(content_type="text/html", body="<title>blank</title>"))
    page.goto(blank)
    for told in page.evaluate(LISTEN, url):
        print(json.dumps(told), flush=True)
    browser.close()
