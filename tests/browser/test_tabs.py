"""Steps act on one tab until they switch to another."""


def test_a_new_tab_is_switched_to_by_number_or_url(visit):
    there = visit("tabs.html")

    there.do("click", selector="#open")
    there.says("First tab")
    assert there.do("switchTab", index=1).url.endswith("/form.html")
    there.says("Order")
    assert there.do("switchTab", url_includes="tabs.html").url.endswith("/tabs.html")
    there.says("First tab")


def test_a_tab_that_is_being_opened_is_waited_for(visit):
    there = visit("tabs.html")

    there.do("click", selector="#soon")
    there.do("switchTab", url_includes="popup")

    there.says("Second tab")


def test_the_last_tab_takes_the_place_of_a_closed_one(visit):
    there = visit("tabs.html")
    there.do("click", selector="#soon")
    there.do("switchTab", index=1)

    there.do("click", selector="#close")

    there.says("First tab")


def test_a_tab_that_is_not_there_names_those_that_are(visit, base_url):
    error = visit("tabs.html", timeout_ms=20_000).fails("switchTab", url_includes="nope")

    assert error.code == "no_tab"
    assert str(error) == f"There is no tab with 'nope' in its URL. Open are: 0: {base_url}/tabs.html."
    assert error.took < 4
