"""Tests of how the language model is made, and of what is shipped."""
