"""timexes: time expressions as TIMEX3 counts them."""

from collections.abc import Iterable

from claims.extract.time.expression import TimeExpression


def timexes(expressions: Iterable[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The expressions as TIMEX3 counts them: a range whose ends stand apart ("from 2009 to 2011") is two."""
    return tuple(part for expression in expressions for part in (expression.parts or (expression,)))
