"""Rows read straight from the pages of a damaged SQLite file, where SQLite itself gives up.

Follows the file format description at https://www.sqlite.org/fileformat2.html, sections 1.6 (b-tree pages) and 2.1 (records). Every
page is tried as a leaf of a table; what is not one yields nothing, or rows that their reader must tell from true ones.
"""

from collections.abc import Iterator

from briefing.ledger.events import Cell
from briefing.ledger.layout import PAGE_SIZE

_WIDTHS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def carve(data: bytes) -> Iterator[tuple[Cell, ...]]:
    """Yield what looks like rows, the row id in the place of the first column; in no order, and some perhaps twice."""
    for base in range(0, len(data), PAGE_SIZE):
        page = data[base : base + PAGE_SIZE]
        count = int.from_bytes(page[3:5], "big")
        for index in range(8, min(8 + 2 * count, len(page) - 1), 2):
            try:
                yield _cell(data, base, int.from_bytes(page[index : index + 2], "big"))
            except (ValueError, IndexError):
                continue


def _cell(data: bytes, base: int, offset: int) -> tuple[Cell, ...]:
    size, at = _varint(data, base + offset)
    row_id, at = _varint(data, at)
    columns = _columns(_payload(data, base, at, size))
    return (row_id, *columns[1:])


def _payload(data: bytes, base: int, at: int, size: int) -> bytes:
    most, least = PAGE_SIZE - 35, (PAGE_SIZE - 12) * 32 // 255 - 23
    if size <= most:
        return data[at : min(at + size, base + PAGE_SIZE)]
    if size > len(data):
        raise ValueError("longer than the file")
    local = least + (size - least) % (PAGE_SIZE - 4)
    local = local if local <= most else least
    found = bytearray(data[at : at + local])
    page = int.from_bytes(data[at + local : at + local + 4], "big")
    while page and len(found) < size:
        start = (page - 1) * PAGE_SIZE
        page = int.from_bytes(data[start : start + 4], "big")
        rest = data[start + 4 : start + PAGE_SIZE]
        if not rest:
            raise ValueError("the rest is missing")
        found += rest
    return bytes(found[:size])


def _columns(payload: bytes) -> list[Cell]:
    head, at = _varint(payload, 0)
    types = []
    while at < head:
        kind, at = _varint(payload, at)
        types.append(kind)
    columns: list[Cell] = []
    for kind in types:
        value, at = _value(payload, at, kind)
        columns.append(value)
    return columns


def _value(payload: bytes, at: int, kind: int) -> tuple[Cell, int]:
    if kind == 0:
        return None, at
    if kind in {8, 9}:
        return kind - 8, at
    if kind in _WIDTHS:
        end = at + _WIDTHS[kind]
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if kind < 13 or kind % 2 == 0:
        raise ValueError("a ledger has only whole numbers and text")
    end = at + (kind - 13) // 2
    return payload[at:end].decode("utf-8", "surrogatepass"), end


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for index in range(8):
        byte = data[at + index]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + index + 1
    return value << 8 | data[at + 8], at + 9
