"""Time: the expressions of time in a text, what they mean, and the deadlines they set."""

from claims.extract.time.describe import describe
from claims.extract.time.expression import Tense, TenseHint, TimeExpression
from claims.extract.time.tagger import tag
from claims.extract.time.timex import timexes

__all__ = ["Tense", "TenseHint", "TimeExpression", "describe", "tag", "timexes"]
