"""A ledger of factual claims: pulled out of articles, with who said them, how much and by which day; settled over time."""

__version__ = "0.1.0"
