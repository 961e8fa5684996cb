"""A server that opens a browser and then does nothing, to be killed by a test."""

from gevent import monkey

monkey.patch_all()

import sys  # noqa: E402
from pathlib import Path  # noqa: E402

import gevent  # noqa: E402

sys.path.insert(0, str(Path(__file__).parents[2]))

from ghostly.browser.remote import RemoteBrowsers  # noqa: E402
from ghostly.engine.ports import Session  # noqa: E402
from ghostly.engine.steps import Step  # noqa: E402

base_url, folder = sys.argv[1:]
browsers = RemoteBrowsers()
browser = browsers.open(Session("run", base_url, folder, folder))
browser.perform(Step("goto", url="/form.html"), 0)
print(browsers._child._scratch, flush=True)
gevent.sleep(60)
