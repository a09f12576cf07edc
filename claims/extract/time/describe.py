"""describe: a time expression in one line of plain words."""

from claims.extract.time.expression import TimeExpression


def describe(expression: TimeExpression) -> str:
    """One line: the words, the time they mean, the deadline they set, and the rule that read them so."""
    words = " ".join(expression.text.split())
    parts = [
        f"“{words}”",
        expression.type.lower(),
        expression.value + (f" ({expression.mod})" if expression.mod else ""),
    ]
    if expression.span is not None and str(expression.span) != expression.value:
        parts.append(f"days {expression.span}")
    if expression.deadline is not None:
        parts.append(f"deadline {expression.deadline}" + (" (vague)" if expression.marked else ""))
    return f"{expression.start}–{expression.end}  {' · '.join(parts)}  [{expression.rule}]"
