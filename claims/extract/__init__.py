"""An article in, drafts out: the claims that a text puts forward, each bound to its words."""
