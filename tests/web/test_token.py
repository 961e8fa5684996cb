"""A token in the query is taken out of the address before anything can write it down."""

import pytest

from ghostly.web.token import TOKEN, TokenScrubber


def scrubbed(query):
    seen = {}
    environ = {"QUERY_STRING": query, "RAW_URI": f"/p?{query}", "REQUEST_URI": f"/p?{query}"}
    TokenScrubber(lambda environ, start: seen.update(environ) or [])(environ, None)
    return seen


@pytest.mark.parametrize(
    ("query", "left", "token"),
    [
        ("token=abc", "", "abc"),
        ("a=1&token=abc&b=2", "a=1&b=2", "abc"),
        ("%74oken=abc&a=1", "a=1", "abc"),
        ("token=a%2Bb", "", "a+b"),
        ("token=one&token=two", "", "two"),
        ("token=", "", ""),
        ("token", "", ""),
        ("a=%zz&token=abc", "a=%zz", "abc"),
    ],
)
def test_the_token_moves_out_of_every_form_of_the_address(query, left, token):
    seen = scrubbed(query)

    assert seen[TOKEN] == token
    assert seen["QUERY_STRING"] == left
    assert seen["RAW_URI"] == seen["REQUEST_URI"] == (f"/p?{left}" if left else "/p")


@pytest.mark.parametrize("query", ["", "a=1", "tokens=abc", "&&", "a=token=abc"])
def test_any_other_query_stays_as_it_is(query):
    seen = scrubbed(query)

    assert TOKEN not in seen
    assert (seen["QUERY_STRING"], seen["RAW_URI"]) == (query, f"/p?{query}")
