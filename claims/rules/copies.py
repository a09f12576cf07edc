"""Copies: whether one text is nearly the same as another, as where two papers print one wire."""

SHORTEST = 40
"""Code points: shorter texts are alike by chance ("The bridge opened on Friday")."""
ALIKE = 90
"""Percent of words in common, in order: a wire that was cut and given a new first word is above, a rewrite is below."""


def near_copy(one: str, other: str) -> bool:
    """Return whether two texts are near-verbatim the same, whatever their case and white space; a part counts as a copy.

    The shorter has at least 40 code points; 90 percent of it is found in the longer, in order (rapidfuzz's partial ratio).
    """
    left, right = " ".join(one.casefold().split()), " ".join(other.casefold().split())
    if min(len(left), len(right)) < SHORTEST:
        return left == right and len(left) > 0
    from rapidfuzz import fuzz  # late: only new evidence pays for it

    return float(fuzz.partial_ratio(left, right, score_cutoff=ALIKE)) >= ALIKE
