"""How the English language model in claims/extract/model is made: from open treebanks to a packed spaCy pipeline."""
