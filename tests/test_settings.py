"""Settings: listed once in the README, and refused with a sentence when they cannot work."""

import re

import pytest
from houses import ROOT

from ghostly.errors import SettingsError
from ghostly.settings import Settings, table


def test_the_readme_lists_every_setting_with_its_default_and_no_other():
    readme = (ROOT / "README.md").read_text()
    listed = re.findall(r"^\| `([A-Z_]+)` \| (?:`(.*?)`)? ?\| (.+) \|$", readme, re.M)

    assert listed == table()


def test_the_defaults_work():
    settings = Settings.from_env({})

    assert (settings.host, settings.port, settings.max_runs) == ("127.0.0.1", 4000, 4)
    assert settings.sqlalchemy_url == f"sqlite:///{settings.data_folder}/ghostly.db"


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("PORT", "many", "PORT must be a whole number, not 'many'"),
        ("PORT", "65536", "PORT must be from 0 to 65535"),
        ("GHOSTLY_MAX_RUNS", "0", "GHOSTLY_MAX_RUNS must be at least 1, not 0"),
        ("GHOSTLY_PING_SECONDS", "nan", "GHOSTLY_PING_SECONDS must be at least"),
        ("GHOSTLY_STALE_SECONDS", "6", "twice GHOSTLY_HEARTBEAT_SECONDS"),
        ("JWT_SECRET", "ghostly-secret", "JWT_SECRET is well known"),
        ("JWT_SECRET", "a1b2c3d4e5f6", "JWT_SECRET has 12 characters: use 32"),
        ("JWT_SECRET", "x" * 64, "JWT_SECRET is well known or too simple"),
        ("GHOSTLY_ADMIN_PASSWORD", "short", "at least 8"),
        ("GHOSTLY_ADMIN_EMAIL", "admin", "e-mail address"),
        ("GHOSTLY_LOG_LEVEL", "LOUD", "DEBUG, INFO"),
        ("DATABASE_URL", "mysql://x", "postgresql:// or sqlite:///"),
        ("GHOSTLY_LOGIN_LIMIT", "often", "GHOSTLY_LOGIN_LIMIT"),
    ],
)
def test_a_setting_that_cannot_work_is_refused_with_a_sentence(variable, value, sentence):
    with pytest.raises(SettingsError, match=re.escape(sentence)):
        Settings.from_env({variable: value})


@pytest.mark.parametrize("url", ["postgres://u:p@h/d", "postgresql://u:p@h/d", "postgresql+psycopg://u:p@h/d"])
def test_every_way_to_write_a_postgresql_address_is_understood(url):
    assert Settings.from_env({"DATABASE_URL": url}).sqlalchemy_url == "postgresql+psycopg://u:p@h/d"


def test_an_empty_variable_is_an_unset_one():
    assert Settings.from_env({"PORT": " ", "JWT_SECRET": ""}) == Settings.from_env({})
