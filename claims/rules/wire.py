"""Wire: read protobuf's binary form by hand, so that one message type does not cost the protobuf package.

Source: the protocol buffers encoding guide. Only what a checked CEL expression uses: varints and length-delimited fields;
fixed-width fields are stepped over.
"""

from collections.abc import Iterator


def fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Yield (field number, value) for each field, a varint as a number from 0 to 2**64-1, the rest as bytes.

    Raises ValueError where the bytes end early or hold a wire type that is not in use.
    """
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        number, kind = key >> 3, key & 7
        if kind == 0:
            value, at = _varint(data, at)
            yield number, value
            continue
        if kind == 2:
            length, at = _varint(data, at)
        elif kind in (1, 5):
            length = 8 if kind == 1 else 4
        else:
            raise ValueError(f"wire type {kind} is not in use")
        if at + length > len(data):
            raise ValueError("the message ends within a field")
        yield number, data[at : at + length]
        at += length


def signed(value: int) -> int:
    """Return a varint's 64 bits as a signed number."""
    return value - (1 << 64) if value >= 1 << 63 else value


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        if at >= len(data) or shift > 63:
            raise ValueError("the message ends within a number")
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
