"""A ledger of factual claims."""
