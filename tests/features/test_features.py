"""Every scenario under features/, run through the real command line."""

from pytest_bdd import scenarios

scenarios(".")
