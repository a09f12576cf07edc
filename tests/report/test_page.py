"""The HTML report as a browser lays it out: on a phone nothing runs off the side, and no script is needed."""

import base64
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import GOLDEN

pytestmark = pytest.mark.browser
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PHONE = 360


@pytest.fixture(scope="module")
def browser() -> str:
    """The browser's command; a test that needs one is skipped where there is none (.ci/run installs it)."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium on this machine")
    return found


def _dom(browser: str, page: Path, profile: Path) -> str:
    """Return the page's elements after it was loaded and laid out."""
    done = subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         f"--user-data-dir={profile}", "--dump-dom", page.as_uri()],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    return done.stdout


def test_on_a_phone_nothing_runs_off_the_side(browser: str, tmp_path: Path) -> None:
    """The report stands in a frame as wide as a phone; a script of the test's own page measures it."""
    report = (GOLDEN / "report.html").read_text(encoding="utf-8")
    # Without the policy against all loading, which would forbid the frame's parent nothing but hides it from measuring.
    inner = base64.b64encode(report.encode()).decode()
    page = tmp_path / "frame.html"
    page.write_text(
        f'<iframe id="f" width="{PHONE}" height="700" style="border:0"></iframe><pre id="out"></pre><script>'
        f'const bytes = Uint8Array.from(atob("{inner}"), c => c.charCodeAt(0));'
        "const f = document.getElementById('f');"
        "f.onload = () => { const d = f.contentDocument.documentElement;"
        " const cards = [...f.contentDocument.querySelectorAll('article')];"
        " document.getElementById('out').textContent = JSON.stringify(["
        " d.scrollWidth, cards.length, Math.min(...cards.map(c => c.offsetHeight))]); };"
        "f.srcdoc = new TextDecoder().decode(bytes);</script>",
        encoding="utf-8",
    )
    found = re.search(r'<pre id="out">\[(\d+),(\d+),(\d+)\]</pre>', _dom(browser, page, tmp_path / "profile"))
    assert found, "the page was not laid out"
    width, cards, least = map(int, found.groups())
    assert width <= PHONE
    assert cards == report.count("<article>") > 0
    assert least > 40


def test_hostile_text_runs_nothing(browser: str, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    page.write_text((GOLDEN / "report.html").read_text(encoding="utf-8"), encoding="utf-8")
    shown = _dom(browser, page, tmp_path / "profile")
    assert "<script" not in shown
    assert "&lt;script&gt;alert('x')&lt;/script&gt;" in shown
