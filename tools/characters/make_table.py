#!/usr/bin/env python3
"""The character table of fonts/mj from the data of 文字情報基盤.

    make_table.py MOJI.DB OUTPUT
    make_table.py --check TABLE     (fails when it is damaged or of another version)

MOJI.DB is the SQLite file of the npm package @mandel59/mojidata: MJ文字情報一覧 and MJ縮退マップ (IPA, CC BY-SA 2.1 JP) and
the Ideographic Variation Database (Unicode-3.0). OUTPUT is written for reading in place; fonts/mj/table_format.h says
how, and holds the same numbers as this file. The same input gives the same bytes.
"""
import collections
import os
import pathlib
import sqlite3
import struct
import sys
import zlib

MAGIC = b"MADOCHR2"
CHECKSUM_PLACE = 12
NOTHING = 0xFFFFFFFF
NO_STROKES = 0xFF  # written "-" in the list

# In the order in which candidates of a reduction are preferred (fonts/mj/table_format.h, Ground).
GROUNDS = ["JIS包摂規準UCS統合規則", "法務省告示582号別表第四_一", "法務省告示582号別表第四_二", "戸籍統一文字情報_親字正字",
           "民一2842号通達別表_誤字俗字正字一覧表_無印", "民一2842号通達別表_誤字俗字正字一覧表_俗字",
           "民一2842号通達別表_誤字俗字正字一覧表_別字", "民二5202号通知別表_正字俗字等対照表", "辞書類等による関連字", "読み字形による類推"]
# Which of them say that two characters are written for the same name (search only).
SAME_NAME = {"戸籍統一文字情報_親字正字", "民一2842号通達別表_誤字俗字正字一覧表_無印", "民一2842号通達別表_誤字俗字正字一覧表_俗字",
             "民二5202号通知別表_正字俗字等対照表"}
POLICIES = {None: 0, "常用漢字": 1, "人名用漢字": 2}
COLLECTIONS = {"Adobe-Japan1": 1, "Hanyo-Denshi": 2}

MJ = struct.Struct("<IIIIIIIIIHHIIIHHBBBBBBBx")
SEQUENCE = struct.Struct("<III")
CODE = struct.Struct("<II")
CANDIDATE = struct.Struct("<IHBBBBxx")
READING = struct.Struct("<III")
WORD = struct.Struct("<I")
RADICAL = struct.Struct("<BB")


def code_point(text):
    return ord(text[0]) if text else 0


def row_cell(text):
    """"1-36-52" is plane 1 and 0x2434; "16-01" has no plane."""
    if not text:
        return 0, 0
    *plane, row, cell = (int(part) for part in text.split("-"))
    return (plane[0] if plane else 0), row << 8 | cell


class Strings:
    """Texts one behind the other, each ended by a zero byte and kept once."""

    def __init__(self):
        self.bytes = bytearray()
        self.places = {}

    def place(self, text):
        if text not in self.places:
            self.places[text] = len(self.bytes)
            self.bytes += text.encode() + b"\0"
        return self.places[text]


class Source:
    def __init__(self, path):
        self.database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.database.row_factory = sqlite3.Row

    def rows(self, query):
        return self.database.execute(query)

    def grouped(self, query):
        groups = collections.defaultdict(list)
        for name, *values in self.rows(query):
            groups[name].append(tuple(values))
        return groups

    def characters(self):
        yield from self.rows('SELECT * FROM mji ORDER BY "MJ文字図形名"')

    def hentaigana(self):
        yield from self.rows('SELECT * FROM mjih ORDER BY "MJ文字図形名"')


def candidates_of(source):
    groups = source.grouped('SELECT "MJ文字図形名", "縮退UCS", "縮退X0213", "表", "順位", "ホップ数" FROM mjsm')
    for name, found in groups.items():
        packed = set()
        for target, jis, ground, rank, hops in found:
            plane, position = row_cell(jis)
            packed.add((GROUNDS.index(ground), rank or 0, hops or 0, ord(target), position, plane))
        groups[name] = sorted(packed)
    return groups


def folds_of(source):
    """Characters that stand for each other in names, by the least code point of each such family."""
    parent = {}

    def root(point):
        while parent.setdefault(point, point) != point:
            point = parent[point]
        return point

    for corresponding, target, ground, hops in source.rows(
            'SELECT "対応するUCS", "縮退UCS", "表", "ホップ数" FROM mjsm JOIN mji USING ("MJ文字図形名")'
            ' WHERE "対応するUCS" IS NOT NULL'):
        if ground in SAME_NAME and (hops or 1) == 1:
            first, second = sorted((root(ord(corresponding)), root(ord(target))))
            parent[second] = first
    return sorted((point, root(point)) for point in parent if root(point) != point)


class Table:
    def __init__(self, source):
        self.source = source
        self.strings = Strings()
        self.records = []
        self.sequences = []
        self.codes = []
        self.corresponding = []
        self.candidates = bytearray()
        self.readings = bytearray()
        self.radicals = bytearray()
        self.by_reading = collections.defaultdict(list)
        self.lists = {
            "readings": source.grouped('SELECT "MJ文字図形名", "読み" FROM mji_reading ORDER BY rowid'),
            "radicals": source.grouped('SELECT "MJ文字図形名", "部首", "内画数" FROM mji_rsindex ORDER BY rowid'),
            "duplicates": source.grouped('SELECT * FROM mji_duplicated_ivs'),
            "candidates": candidates_of(source),
        }
        for row in source.characters():
            self.add(row)
        for row in source.hentaigana():
            self.add_hentaigana(row)

    def add(self, row):
        index, name = len(self.records), row["MJ文字図形名"]
        implemented, corresponding = code_point(row["実装したUCS"]), code_point(row["対応するUCS"])
        sequences = [row["実装したMoji_JohoコレクションIVS"]] if row["実装したMoji_JohoコレクションIVS"] else []
        for sequence in sequences + [text for text, in self.lists["duplicates"].get(name, [])]:
            self.sequences.append((ord(sequence[0]), ord(sequence[1]), index))
        standardised = row["実装したSVS"]
        if standardised:
            self.sequences.append((ord(standardised[0]), ord(standardised[1]), index))
        plane, jis_0213 = row_cell(row["X0213"])
        self.add_codes(index, implemented, corresponding)
        self.records.append(MJ.pack(
            int(name[2:]), implemented, corresponding,
            ord(sequences[0][0]) if sequences else 0, ord(sequences[0][1]) if sequences else 0,
            ord(standardised[1]) if standardised else 0,
            int(row["戸籍統一文字番号"] or NOTHING), int(row["登記統一文字番号"] or NOTHING),
            int(row["入管正字コード"] or "0", 16), int(row["入管外字コード"] or "0", 16),
            int((row["住基ネット統一文字コード"] or "J+0")[2:], 16),
            *self.place_lists(index, name), jis_0213, row_cell(row["X0212"])[1], plane,
            row["X0213_包摂区分"] or 0, row["総画数"] or 0, POLICIES[row["漢字施策"]], *self.list_counts(name)))

    def add_hentaigana(self, row):
        index, name, point = len(self.records), row["MJ文字図形名"], code_point(row["文字"])
        self.lists["readings"][name] = self.source.rows(
            f'SELECT "音価" FROM mjih_phonetic WHERE "MJ文字図形名" = \'{name}\' ORDER BY rowid').fetchall()
        self.add_codes(index, point, point)
        self.records.append(MJ.pack(
            int(name[2:]), point, point, 0, 0, 0, int(row["戸籍統一文字番号"] or NOTHING), NOTHING, 0, 0, 0,
            *self.place_lists(index, name), 0, 0, 0, 0, 0, 0, *self.list_counts(name)))

    def add_codes(self, index, implemented, corresponding):
        if implemented:
            self.codes.append((implemented, index))
        if corresponding:
            self.corresponding.append((corresponding, index))

    def place_lists(self, index, name):
        """Where the character's readings, radicals and candidates begin."""
        places = (len(self.readings) // WORD.size, len(self.radicals) // RADICAL.size,
                  len(self.candidates) // CANDIDATE.size)
        for reading, in self.lists["readings"].get(name, []):
            self.readings += WORD.pack(self.strings.place(reading))
            self.by_reading[reading].append(index)
        for radical, strokes in self.lists["radicals"].get(name, []):
            self.radicals += RADICAL.pack(radical, NO_STROKES if strokes == "-" else strokes)
        for ground, rank, hops, target, position, plane in self.lists["candidates"].get(name, []):
            self.candidates += CANDIDATE.pack(target, position, plane, ground, rank, hops)
        return places

    def list_counts(self, name):
        return tuple(len(self.lists[kind].get(name, [])) for kind in ("readings", "radicals", "candidates"))

    def foreign_sequences(self):
        for collection, number in COLLECTIONS.items():
            for text, in self.source.rows(f'SELECT IVS FROM "ivs_{collection}"'):
                yield ord(text[0]), ord(text[1]), number

    def reading_index(self):
        directory, members = bytearray(), bytearray()
        for reading in sorted(self.by_reading, key=str.encode):
            indices = self.by_reading[reading]
            directory += READING.pack(self.strings.place(reading), len(members) // WORD.size, len(indices))
            for index in indices:
                members += WORD.pack(index)
        return bytes(directory), bytes(members)

    def sections(self):
        directory, members = self.reading_index()
        pack = lambda form, rows: b"".join(form.pack(*row) for row in sorted(rows))
        yield b"mj  ", MJ.size, b"".join(self.records)
        yield b"seq ", SEQUENCE.size, pack(SEQUENCE, self.sequences)
        yield b"code", CODE.size, pack(CODE, self.codes)
        yield b"corr", CODE.size, pack(CODE, self.corresponding)
        yield b"othr", SEQUENCE.size, pack(SEQUENCE, self.foreign_sequences())
        yield b"cand", CANDIDATE.size, bytes(self.candidates)
        yield b"read", WORD.size, bytes(self.readings)
        yield b"radi", RADICAL.size, bytes(self.radicals)
        yield b"rdir", READING.size, directory
        yield b"rmem", WORD.size, members
        yield b"fold", CODE.size, pack(CODE, folds_of(self.source))
        yield b"text", 1, bytes(self.strings.bytes)


def write(sections, output):
    sections = list(sections)
    offset = 16 + 24 * len(sections)
    directory, body = bytearray(MAGIC + struct.pack("<II", len(sections), 0)), bytearray()
    for tag, size, content in sections:
        padding = -(offset + len(body)) % 8
        body += bytes(padding)
        directory += tag + struct.pack("<IQQ", size, offset + len(body), len(content) // size)
        body += content
    beside = output.with_suffix(".new")
    table = directory + body
    struct.pack_into("<I", table, CHECKSUM_PLACE, checksum(table))
    beside.write_bytes(table)
    os.replace(beside, output)


def checksum(table):
    """Of all bytes but those that keep it (fonts/whole_file.h)."""
    return zlib.crc32(memoryview(table)[CHECKSUM_PLACE + 4:], zlib.crc32(memoryview(table)[:CHECKSUM_PLACE]))


def is_whole(path):
    table = path.read_bytes() if path.exists() else b""
    return (len(table) >= CHECKSUM_PLACE + 4 and table.startswith(MAGIC)
            and struct.unpack_from("<I", table, CHECKSUM_PLACE)[0] == checksum(table))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    if sys.argv[1] == "--check":
        sys.exit(0 if is_whole(pathlib.Path(sys.argv[2])) else 1)
    write(Table(Source(sys.argv[1])).sections(), pathlib.Path(sys.argv[2]))


if __name__ == "__main__":
    main()
