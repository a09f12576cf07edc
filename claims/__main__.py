"""`python -m claims` does what `claims` does."""

import sys

from claims.cli.main import main

sys.exit(main())
