"""Where the user's verbs are: an open ledger, an actor and a clock, and a function for each thing to do with them."""
