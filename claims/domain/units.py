"""Units: which words name a physical unit, and how to turn one into another (by pint, loaded when first needed)."""

from functools import cache

Line = tuple[float, float]
"""Factor and offset: value * factor + offset."""

_UNITS = {
    "meter": "m metre metres meter meters",
    "kilometer": "km kms kilometre kilometres kilometer kilometers",
    "centimeter": "cm centimetre centimetres centimeter centimeters",
    "millimeter": "mm millimetre millimetres millimeter millimeters",
    "mile": "mi mile miles",
    "yard": "yd yard yards",
    "foot": "ft foot feet",
    "inch": "in inch inches",
    "nautical_mile": "nautical|mile nautical|miles",
    "light_year": "light-years light|years",
    "meter**2": "m² m2 square|metre square|metres square|meter square|meters",
    "kilometer**2": "km² km2 sq|km square|km square|kilometre square|kilometres square|kilometer square|kilometers",
    "mile**2": "sq|mi square|mile square|miles",
    "foot**2": "sq|ft square|foot square|feet",
    "acre": "acre acres",
    "hectare": "ha hectare hectares",
    "meter**3": "m³ m3 cubic|metre cubic|metres cubic|meter cubic|meters",
    "foot**3": "cubic|foot cubic|feet",
    "liter": "l litre litres liter liters",
    "milliliter": "ml millilitre millilitres milliliter milliliters",
    "gallon": "gallon gallons",
    "oil_barrel": "barrel barrels",
    "gram": "g gram grams gramme grammes",
    "kilogram": "kg kgs kilo kilos kilogram kilograms",
    "milligram": "mg milligram milligrams",
    "metric_ton": "t tonne tonnes metric|ton metric|tons",
    "pound": "lb lbs pound pounds",
    "ounce": "oz ounce ounces",
    "second": "s sec secs second seconds",
    "minute": "min mins minute minutes",
    "hour": "h hr hrs hour hours",
    "day": "day days",
    "week": "week weeks",
    "fortnight": "fortnight fortnights",
    "month": "month months",
    "year": "year years",
    "10*year": "decade decades",
    "100*year": "century centuries",
    "kilometer/hour": "km/h kph kmh kilometres|per|hour kilometers|per|hour km|per|hour",
    "mile/hour": "mph miles|per|hour",
    "meter/second": "m/s metres|per|second meters|per|second",
    "knot": "knot knots",
    "watt": "w watt watts",
    "kilowatt": "kw kilowatt kilowatts",
    "megawatt": "mw megawatt megawatts",
    "gigawatt": "gw gigawatt gigawatts",
    "kilowatt*hour": "kwh kilowatt-hours kilowatt|hours",
    "megawatt*hour": "mwh megawatt-hours megawatt|hours",
    "gigawatt*hour": "gwh gigawatt-hours gigawatt|hours",
    "terawatt*hour": "twh terawatt-hours terawatt|hours",
    "byte": "byte bytes",
    "kilobyte": "kb kilobyte kilobytes",
    "megabyte": "mb megabyte megabytes",
    "gigabyte": "gb gigabyte gigabytes",
    "terabyte": "tb terabyte terabytes",
    "hertz": "hz hertz",
    "kilohertz": "khz kilohertz",
    "megahertz": "mhz megahertz",
    "gigahertz": "ghz gigahertz",
    "degree_Celsius": "°c degrees|celsius degrees|centigrade",
    "degree_Fahrenheit": "°f degrees|fahrenheit",
}
"""Each unit in pint's words, then the wordings of articles (a bar for a blank). Only these are handed to pint, which
would otherwise read "points" as a length and "degrees celsius" as an angle. "Tons" alone is left out: three differ."""

_PINT = {wording.replace("|", " "): name for name, wordings in _UNITS.items() for wording in wordings.split()}


def is_physical(unit: str) -> bool:
    """Tell whether the unit is a physical one that can be converted."""
    return _key(unit) in _PINT


def conversion(a: str, b: str) -> tuple[Line, Line] | None:
    """Return the lines that bring a value in unit a, and one in unit b, to one common unit; None where none does."""
    left, right = _PINT.get(_key(a)), _PINT.get(_key(b))
    if left is None or right is None:
        return None
    line_a, line_b = _to_base(left), _to_base(right)
    return (line_a[1], line_b[1]) if line_a[0] == line_b[0] else None


@cache
def _to_base(name: str) -> tuple[str, Line]:
    """Return the dimension of a unit, and the line that brings it to the base unit of that dimension."""
    registry = _registry()
    factor, _, unit = name.rpartition("*") if name[0].isdigit() else ("1", "", name)
    # An offset unit (a temperature) gives two points of its line; for all others the first is nought.
    zero, one = (registry.Quantity(value, unit).to_base_units() for value in (0.0, float(factor)))
    return str(zero.dimensionality), (float(one.magnitude - zero.magnitude), float(zero.magnitude))


@cache
def _registry():  # type: ignore[no-untyped-def]  # pint's registry has no type that mypy can name
    from pint import UnitRegistry  # one second to load, wanted only where units differ

    return UnitRegistry(autoconvert_offset_to_baseunit=True)


def _key(unit: str) -> str:
    return " ".join(unit.casefold().split())
