"""A pytest plugin: a skipped test fails the session, so that a missing server cannot pass for a green one."""

import pytest

skipped = pytest.StashKey[list[str]]()


def pytest_configure(config):
    config.stash[skipped] = []
    config.pluginmanager.register(Collector(config.stash[skipped]), "no-skips-collector")


class Collector:
    def __init__(self, names):
        self.names = names

    def pytest_collectreport(self, report):
        self.pytest_runtest_logreport(report)

    def pytest_runtest_logreport(self, report):
        if report.skipped:
            self.names.append(report.nodeid)


def pytest_sessionfinish(session):
    if session.config.stash[skipped] and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter, config):
    for name in config.stash[skipped]:
        terminalreporter.write_line(f"skipped, which counts as a failure here: {name}", red=True)
