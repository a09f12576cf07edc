"""What tests share: the place of the development sets, and golden files."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("CLAIMS_SHARED", ROOT.parent / "shared"))
GOLDEN = ROOT / "fixtures" / "reports"

Snapshot = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--snapshot-update", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development sets; a test that needs it is skipped where it is not beside the checkout."""
    if not (SHARED / "eval").is_dir():
        pytest.skip("the development sets are not beside this checkout")
    return SHARED


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Snapshot:
    """Compare a text with the golden file of this name, or write it where --snapshot-update is given."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--snapshot-update"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), f"differs from {path.name}; --snapshot-update writes it anew"

    return compare
