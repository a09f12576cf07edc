"""What tests share: the place of the development sets."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("CLAIMS_SHARED", ROOT.parent / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development sets; a test that needs it is skipped where it is not beside the checkout."""
    if not (SHARED / "eval").is_dir():
        pytest.skip("the development sets are not beside this checkout")
    return SHARED
