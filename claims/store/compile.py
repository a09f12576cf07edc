"""Compile: a rule's condition as an SQLAlchemy expression over the fact table, for SQLite and PostgreSQL.

What is unknown is NULL, and SQL's own three-valued logic does what CEL does with an error: `false && unknown` is false,
`true || unknown` is true, all else that touches the unknown is unknown.
"""

from typing import TYPE_CHECKING, Any, assert_never

from claims.domain.condition import (
    AllOf,
    Among,
    AnyOf,
    Choice,
    Compare,
    Condition,
    Constant,
    Named,
    Not,
    Sum,
    TextMatch,
    Value,
)

if TYPE_CHECKING:
    from claims.store.facts import Facts

Expr = Any
"""An SQLAlchemy expression; its classes are generic over types that both databases treat alike here."""


class Uncompilable(ValueError):
    """A condition that the database could not answer as CEL does."""


def compiled(condition: Condition, facts: "Facts") -> Expr:
    """Return a condition over the facts of one rulebook as an expression. Raises Uncompilable for a fact without SQL."""
    import sqlalchemy as sa  # late: only judging pays for it

    match condition:
        case Named():
            return facts.named(condition.name)
        case Constant():
            return constant(condition.value)
        case Not():
            return sa.not_(compiled(condition.part, facts))
        case AllOf():
            return sa.and_(sa.true(), *(compiled(part, facts) for part in condition.parts))
        case AnyOf():
            return sa.or_(sa.false(), *(compiled(part, facts) for part in condition.parts))
        case Compare():
            return _compare(condition, facts)
        case Among():
            return sa.or_(
                sa.false(),
                *(_compare(Compare("==", condition.item, Constant(value)), facts) for value in condition.values),
            )
        case Sum():
            left, right = compiled(condition.left, facts), compiled(condition.right, facts)
            return _grouped(left).op(condition.op, return_type=sa.BigInteger())(_grouped(right))
        case Choice():
            test = compiled(condition.test, facts)
            then, other = compiled(condition.then, facts), compiled(condition.other, facts)
            return sa.case((test, then), (sa.not_(test), other))
        case TextMatch():
            return _text(condition, facts)
        case _:
            assert_never(condition)


def _compare(condition: Compare, facts: "Facts") -> Expr:
    import sqlalchemy as sa

    left, right = condition.left, condition.right
    if isinstance(right, Named) and isinstance(left, Constant) and condition.op in ("==", "!="):
        left, right = right, left
    if isinstance(left, Named) and isinstance(right, Constant) and condition.op in ("==", "!="):
        special = facts.equals(left.name, right.value)
        if special is not None:
            return special if condition.op == "==" else sa.not_(special)
    if isinstance(left, Named) and isinstance(right, Constant):
        special = facts.compares(left.name, condition.op, right.value)
        if special is not None:
            return special
    one, other = _grouped(compiled(left, facts)), _grouped(compiled(right, facts))
    match condition.op:
        case "==":
            return one.op("=", is_comparison=True, return_type=sa.Boolean())(other)
        case "!=":
            return one.op("<>", is_comparison=True, return_type=sa.Boolean())(other)
        case _:
            return one.op(condition.op, is_comparison=True, return_type=sa.Boolean())(other)


def _grouped(expression: Expr) -> Any:
    """Put brackets around what is put together, whatever its operator's precedence."""
    import sqlalchemy as sa

    plain = (sa.ColumnClause, sa.BindParameter, sa.sql.elements.True_, sa.sql.elements.False_)
    return expression if isinstance(expression, plain) else sa.sql.elements.Grouping(expression)


def _text(condition: TextMatch, facts: "Facts") -> Expr:
    import sqlalchemy as sa

    item: Any = compiled(condition.item, facts)
    part, length = constant(condition.text), len(condition.text)
    match condition.op:
        case "startsWith":
            return sa.func.substr(item, number(1), number(length)) == part
        case "contains":
            find = sa.func.strpos if facts.dialect == "postgresql" else sa.func.instr
            return find(item, part) > number(0)
        case "endsWith":
            start = sa.func.length(item) - number(length) + number(1)
            return sa.and_(sa.func.length(item) >= number(length), sa.func.substr(item, start) == part)


def constant(value: Value) -> Expr:
    """Return a value written out: numbers stand in the statement, texts are its parameters."""
    import sqlalchemy as sa

    if isinstance(value, bool):
        return sa.true() if value else sa.false()
    if isinstance(value, int):
        return number(value)
    return sa.literal(value, sa.Text())


def number(value: int) -> Expr:
    """Return a whole number as it stands in the statement."""
    import sqlalchemy as sa

    return sa.literal_column(str(value) if value >= 0 else f"({value})", sa.BigInteger())
