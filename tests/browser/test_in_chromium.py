"""The room in a real browser."""

import shutil

import pytest

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
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, f"--user-data-dir={tmp_path / 'browser'}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


def test_a_click_and_a_key_do_in_the_browser_what_they_do_in_a_terminal(browser, address):
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.support.wait import WebDriverWait

    def text(driver):
        rows = driver.find_elements("css selector", ".xterm-rows > div, .xterm-accessibility-tree > div")
        return "\n".join(row.text for row in rows)

    def shows(words):
        WebDriverWait(browser, SECONDS).until(lambda driver: words in text(driver), f"{words!r} is not on screen")

    browser.get(address)
    browser.save_screenshot("/tmp/serve0.png")
    import time; time.sleep(8)
    browser.save_screenshot("/tmp/serve.png"); print(browser.get_log("browser")); print(browser.execute_script("return document.body.outerHTML")[:3000]); assert 0
    browser.save_screenshot("/tmp/serve.png")
    print(text(browser))
    print(browser.get_log("browser"))
