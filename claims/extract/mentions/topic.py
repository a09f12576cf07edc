"""Topic: the body, place or thing that an article is most about, and where in it the talk is still of that."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.mentions.clusters import Clusters
    from claims.extract.mentions.names import Name
    from claims.extract.parse import Parse

# The headline and the sentences after it in which a topic is introduced, and what a naming there counts for.
_LEAD, _WEIGHT = 4, 3
# A topic is named at least so often.
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Topic:
    """The topic's cluster, or None, and the places where a body, place or thing is named, in text order."""

    central: int | None
    places: tuple[int, ...]
    numbers: tuple[int, ...]
    """The cluster named at each place."""

    def holds_at(self, i: int) -> bool:
        """Tell whether the topic is what was named last before token i: there it is right in about three of four cases."""
        at = bisect_left(self.places, i) - 1
        return at >= 0 and self.central is not None and self.central == self.numbers[at]


def topic(parse: Parse, names: Sequence[Name], clusters: Clusters) -> Topic:
    """Return what an article is most about: named most often, a naming in the headline or the lead counting three times."""
    lead = parse.sentences[min(_LEAD, len(parse.sentences)) - 1].stop if parse.sentences else 0
    counts: Counter[int] = Counter()
    seen: Counter[int] = Counter()
    places, numbers = [], []
    for n, name in enumerate(names):
        where = clusters.of_name[n]
        if clusters.clusters[where].kind == "PER":
            continue
        counts[where] += _WEIGHT if name.first < lead else 1
        seen[where] += 1
        places.append(name.first)
        numbers.append(where)
    central = counts.most_common(1)[0][0] if counts else None
    if central is not None and seen[central] < _LEAST:
        central = None
    return Topic(central, tuple(places), tuple(numbers))
