"""Rules: a dossier and a day go in, a verdict with its reason comes out."""
