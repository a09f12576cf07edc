"""Dossiers in, a status report out: for the terminal, a page, a mail, or another program."""
