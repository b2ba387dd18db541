"""The room in a real browser."""

import shutil

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.support.wait import WebDriverWait

from briefing.dossier import Act
from briefing.ledger import Ledger

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--window-size=1400,900",
)  # fmt: skip
SECONDS = 60


@pytest.fixture
def browser(loopback, tmp_path):
    if not (CHROMIUM and DRIVER):
        pytest.skip("there is no Chromium with its driver; Debian's packages are chromium and chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, f"--user-data-dir={tmp_path / 'browser'}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


def test_a_click_and_a_key_do_in_the_browser_what_they_do_in_a_terminal(browser, address, tmp_path):
    record = tmp_path / "dam" / ".briefing" / "ledger.db"

    def recorded():
        if not record.exists():
            return []
        with Ledger.open(record) as ledger:
            return [(a.act, a.target[0], a.value) for a in ledger.annotations()]

    def click_a_claim_and_put_it_into_the_brief(_):
        screen = browser.find_elements("css selector", "body.-first-byte .xterm-screen")
        if screen:
            across, down = 450 - screen[0].size["width"] // 2, 62 - screen[0].size["height"] // 2
            ActionChains(browser).send_keys("1").perform()
            ActionChains(browser).move_to_element_with_offset(screen[0], across, down).click().perform()
            ActionChains(browser).send_keys("b").perform()
        return recorded()

    browser.get(address)
    assert "key=" not in browser.current_url
    WebDriverWait(browser, SECONDS, poll_frequency=2).until(click_a_claim_and_put_it_into_the_brief)
    assert recorded()[0] == (Act.BRIEF, "c", "yes")
    ActionChains(browser).send_keys("q").perform()
    WebDriverWait(browser, SECONDS).until(lambda b: b.find_element("css selector", ".left").is_displayed())
    assert not [e for e in browser.get_log("browser") if e["level"] == "SEVERE"]
