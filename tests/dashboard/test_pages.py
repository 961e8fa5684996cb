"""Every screen, in both themes and languages, on a desk and on a phone."""

import re

import pytest
from fakes import eventually
from houses import EMAIL, PASSWORD, ROOT

from .conftest import check_access, picture, show

STATIC = ROOT / "static"
DESK, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
# Each pair of theme, language and width.
LOOKS = [("light", "en", DESK), ("light", "es", PHONE), ("dark", "en", PHONE), ("dark", "es", DESK)]
HEADINGS = {
    "/": ("Overview", "Resumen"),
    "/runs": ("Runs", "Ejecuciones"),
    "/new": ("New run", "Nueva ejecución"),
    "/projects": ("Projects", "Proyectos"),
    "/memories": ("Memories", "Memorias"),
    "/settings": ("Settings", "Ajustes"),
}


LONG = f"A name of {'x' * 90} that nobody has thought about 🚀 שלום"


@pytest.fixture(scope="session")
def long_names(api, ledger):
    """A run whose goal and project have names that fit nowhere."""
    project_id = api.post("/v1/projects", json={"label": LONG}).json()["id"]
    run_id = ledger.begin(project_id=project_id, goal=LONG, assisted=f'{{"goal": "{LONG}"}}')
    ledger.finish(run_id)


@pytest.mark.parametrize(("theme", "language", "size"), LOOKS, ids=lambda value: str(value)[:14])
def test_every_screen_is_readable_reachable_and_fits(tab, past_run, long_names, theme, language, size):
    page = tab(color_scheme=theme, locale=language, viewport=size)
    for path, headings in {**HEADINGS, f"/runs/{past_run}": ("Sign in as", "Sign in as")}.items():
        show(page, path)
        if past_run in path:
            page.locator(".line.verified").wait_for()
            page.locator(".run_end").wait_for()
        name = "run" if past_run in path else path.strip("/") or "home"

        assert page.locator("h1").inner_text().startswith(headings[language == "es"])
        assert page.evaluate("document.documentElement.lang") == language
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], f"{path} does not fit"
        check_access(page)
        picture(page, f"{name}-{theme}-{language}-{size['width']}")


@pytest.mark.parametrize(("theme", "language", "size"), LOOKS, ids=lambda value: str(value)[:14])
def test_the_sign_in_is_readable_and_fits(tab, theme, language, size):
    page = tab(signed_in=False, color_scheme=theme, locale=language, viewport=size)
    page.goto("/")
    page.locator("form").wait_for()

    check_access(page)
    picture(page, f"login-{theme}-{language}-{size['width']}")


def test_signing_in_needs_no_mouse_and_says_what_is_wrong(tab):
    page = tab(signed_in=False)
    page.goto("/")
    page.get_by_label("E-mail").wait_for()
    page.keyboard.type(EMAIL)
    page.keyboard.press("Tab")
    page.keyboard.type("wrong")
    page.keyboard.press("Enter")
    page.get_by_role("alert").get_by_text("do not go together").wait_for()
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")

    page.get_by_role("heading", name="Overview").wait_for()
    assert (
        page.evaluate("Object.values(localStorage).join().includes('eyJ') || document.cookie.includes('ghostly')")
        is False
    )


def test_the_first_key_leads_past_the_navigation(tab):
    page = show(tab(), "/runs")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_a_session_that_has_ended_leads_to_the_sign_in(tab):
    page = show(tab(), "/runs")
    page.context.clear_cookies()
    page.get_by_role("link", name="Projects").click()

    page.get_by_text("Your session has ended").wait_for()


def test_signing_out_leaves_nothing_behind_and_signing_in_again_serves_every_tab(tab):
    page = show(tab(), "/projects")
    other = show(page.context.new_page(), "/")
    other.get_by_role("button", name="Sign out").click()
    other.get_by_label("Password").wait_for()
    other.reload()
    other.get_by_label("E-mail").fill(EMAIL)
    other.get_by_label("Password").fill(PASSWORD)
    other.keyboard.press("Enter")
    other.get_by_role("heading", name="Overview").wait_for()
    page.get_by_label("Name", exact=True).fill("From the first tab")
    page.keyboard.press("Enter")

    page.get_by_role("heading", name="From the first tab").wait_for()


def test_an_address_that_leads_nowhere_says_so(tab):
    page = tab()
    page.goto("/#/nowhere")

    page.get_by_role("alert").get_by_text("nothing at this address").wait_for()


def test_a_run_that_is_not_there_says_so(tab):
    page = tab()
    page.goto("/#/runs/11111111-1111-4111-8111-111111111111")

    page.get_by_role("alert").get_by_text("nothing of yours with this id").wait_for()


def test_a_server_that_is_gone_is_said_and_what_was_typed_stays(tab, application):
    page = show(tab(), "/new")
    page.get_by_label("Project", exact=True).select_option("+")
    page.get_by_label("Name of the new project").fill("Notes")
    page.get_by_label("Address of the application").fill(application)
    page.get_by_label("Goal", exact=True).fill("Open the notes")
    page.route("**/v1/**", lambda route: route.abort())
    page.get_by_role("button", name="Start the run").click()
    page.get_by_role("alert").get_by_text("cannot be reached").wait_for()
    assert page.get_by_label("Goal", exact=True).input_value() == "Open the notes"
    page.get_by_role("link", name="Projects").click()
    page.get_by_role("button", name="Try again").wait_for()
    page.get_by_role("alert").get_by_text("cannot be reached").wait_for()
    page.unroute("**/v1/**")
    page.get_by_role("button", name="Try again").click()

    page.get_by_role("heading", name="Projects").wait_for()


def test_theme_and_language_are_chosen_and_kept(tab):
    page = show(tab(color_scheme="light"), "/settings")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_label("Theme").select_option("dark")
    page.get_by_label("Language").select_option("es")
    page.get_by_role("heading", name="Ajustes").wait_for()
    page.reload()
    page.get_by_role("heading", name="Ajustes").wait_for()

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light


def test_an_api_key_is_shown_once_works_and_can_be_deleted(tab, server):
    page = show(tab(permissions=["clipboard-read", "clipboard-write"]), "/settings")
    page.get_by_label("What it is for").fill("curl")
    page.get_by_role("button", name="Create a key").click()
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("button", name="Copied").wait_for()
    key = page.evaluate("navigator.clipboard.readText()")
    asked = page.request.get("/v1/auth/me", headers={"X-Api-Key": key})
    assert asked.ok
    page.get_by_role("button", name="Delete: curl").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    page.get_by_role("button", name="Delete: curl").wait_for(state="detached")

    assert key not in page.content()


def test_a_model_is_tested_as_it_is_written_and_says_why_it_cannot_be_reached(tab):
    page = show(tab(), "/settings")
    form = page.get_by_role("form", name="Model")
    form.get_by_label("Provider").select_option("custom")
    form.get_by_label("Model").fill("small")
    form.get_by_label("Base URL").fill("http://127.0.0.1:9/v1")
    form.get_by_role("button", name="Test").click()

    form.locator(".trouble").wait_for()
    form.get_by_role("button", name="Use no model of mine").click()
    page.get_by_text("the builtin planner works alone").wait_for()


def test_a_memory_is_forgotten_after_a_question(tab, past_run):
    page = show(tab(), "/memories")
    found = page.locator(".cards > li").count()
    page.get_by_role("button", name="Forget: Sign in as").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    assert page.locator(".cards > li").count() == found
    page.get_by_role("button", name="Forget: Sign in as").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Forget").click()

    eventually(lambda: page.locator(".cards > li").count() == found - 1)


def test_a_project_is_added_found_and_deleted(tab):
    page = show(tab(), "/projects")
    page.get_by_label("Name", exact=True).fill("<b>Añil</b>")
    page.get_by_role("button", name="Add a project").click()
    page.get_by_role("heading", name="<b>Añil</b>").wait_for()
    page.get_by_role("button", name="Delete: <b>Añil</b>").click()
    page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    page.get_by_role("button", name="Delete: <b>Añil</b>").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()

    page.get_by_role("heading", name="<b>Añil</b>").wait_for(state="detached")


def test_runs_are_filtered_searched_and_paged(tab, ledger):
    for number in range(30):
        goal = f"Peculiar goal {number}"
        ledger.begin(goal=goal, status="fail", verdict="inconclusive", assisted=f'{{"goal": "{goal}"}}')
    page = show(tab(), "/runs?q=peculiar")
    rows = page.locator("tbody tr")
    assert rows.count() == 25
    page.get_by_role("button", name="Show more").click()
    page.get_by_text("30 runs shown").wait_for()
    page.get_by_label("Search").fill("peculiar goal 29")
    page.get_by_label("Search").press("Enter")
    page.get_by_text("1 run shown").wait_for()
    page.get_by_label("Verdict").focus()
    page.get_by_label("Verdict").select_option("success")
    page.get_by_text("No run fits.").wait_for()
    assert page.evaluate("document.activeElement.name") == "verdict"
    page.go_back()

    page.get_by_text("1 run shown").wait_for()


def test_the_list_follows_a_run_that_starts_and_ends(tab, ledger):
    page = tab()
    page.clock.install()
    show(page, "/runs?q=unheard").get_by_text("No run fits.").wait_for()
    run_id = ledger.begin(goal="Unheard of", assisted='{"goal": "Unheard of"}')
    page.clock.run_for(5_000)
    page.locator(f'tr[data-id="{run_id}"] .pill.running').wait_for()
    ledger.finish(run_id)
    page.clock.run_for(2_000)

    page.locator(f'tr[data-id="{run_id}"] .pill.inconclusive').wait_for()


def test_both_languages_say_the_same_things_with_the_same_names():
    english, spanish = (words(f"words-{language}.js") for language in ("en", "es"))

    assert english.keys() == spanish.keys()
    assert len(english) > 200
    for key, text in english.items():
        assert holes(text) == holes(spanish[key]), key


def words(name):
    return dict(re.findall(r'"([\w.-]+)": "([^"]*)"', (STATIC / "js" / name).read_text()))


def holes(text):
    return set(re.findall(r"\{(\w+)\}", text)) - {"PASSWORD", "NAME", "NOMBRE"}


def test_all_of_it_is_small_and_comes_from_here():
    files = [file for file in STATIC.rglob("*") if file.is_file()]

    assert sum(file.stat().st_size for file in files) < 150_000
    for file in files:
        found = set(re.findall(r"https?://[^\s\"'`)]+", file.read_text()))
        assert found <= {"http://www.w3.org/2000/svg", "http://127.0.0.1:8080"}, file
        assert "innerHTML" not in file.read_text(), file


def test_something_useful_is_painted_soon(tab):
    page = tab()
    page.add_init_script(
        "new MutationObserver((_, watch) => { if (document.querySelector('main .tiles')) { watch.disconnect(); "
        "requestAnimationFrame(() => { self.useful = performance.now() }) } }).observe(document, "
        "{ childList: true, subtree: true })"
    )

    def took():
        page.reload()
        return eventually(lambda: page.evaluate("self.useful"))

    show(page, "/")
    # It takes some 120 ms on loopback; a machine that is busy with something else may need several tries.
    assert any(took() < 300 for _ in range(10))
