#!/usr/bin/env python3
"""Invented residents for the form 住民異動届, the same for the same seed on every machine.

    invented_people.py --count 1000 --seed 1 --format jsonl > people.jsonl
    invented_people.py --count 1000 --seed 1 --format cp932-csv --truncate-line 500 > people.csv

Nobody here exists: names, addresses and numbers are put together by a generator. In JSON Lines every ninth person's name
holds a variation sequence and every sixth a kanji beyond the BMP. The CSV holds what CP932 can hold, with its traps:
①, 髙, ～ and half-width kana; --truncate-line cuts one record short in the middle of a two-byte character.
"""
import argparse
import json
import sys

FAMILY = [("佐藤", "サトウ"), ("鈴木", "スズキ"), ("髙橋", "タカハシ"), ("田中", "タナカ"), ("伊藤", "イトウ"), ("山本", "ヤマモト"),
          ("中村", "ナカムラ"), ("小林", "コバヤシ"), ("加藤", "カトウ"), ("山﨑", "ヤマザキ"), ("長谷川", "ハセガワ"), ("五十嵐", "イガラシ"),
          ("勅使河原", "テシガワラ"), ("小鳥遊", "タカナシ"), ("東海林", "ショウジ"), ("大河内", "オオコウチ")]
WITH_SEQUENCE = [("渡\u9089\U000e010f", "ワタナベ"), ("\u8fbb\U000e0102", "ツジ"), ("\u845b\U000e0102西", "カサイ"),
                 ("渡\u908a\U000e010a", "ワタナベ"), ("\u8fbb\U000e0103本", "ツジモト"), ("川\u9089\U000e0111", "カワナベ")]
BEYOND_BMP = [("\U00020bb7田", "ヨシダ"), ("\U00020bb7川", "ヨシカワ"), ("\U0002123d屋", "ツチヤ"), ("\U0002363a本", "ハシモト"),
              ("\U00020bb7村", "ヨシムラ")]
GIVEN = [("太郎", "タロウ", "男"), ("花子", "ハナコ", "女"), ("健一", "ケンイチ", "男"), ("美咲", "ミサキ", "女"), ("翔太", "ショウタ", "男"),
         ("さくら", "サクラ", "女"), ("修", "オサム", "男"), ("陽葵", "ヒマリ", "女"), ("大輔", "ダイスケ", "男"), ("千代", "チヨ", "女"),
         ("蓮", "レン", "男"), ("結衣", "ユイ", "女"), ("喜三郎", "キサブロウ", "男"), ("志津江", "シヅエ", "女")]
TOWNS = [("100", "架空県みなと市", "本町"), ("210", "架空県みなと市", "緑が丘"), ("330", "架空県山際郡川上町", "大字下川原字宮ノ前"),
         ("450", "架空県東雲市", "西新町"), ("560", "架空県東雲市", "桜台南"), ("670", "架空県みなと市", "港北中央")]
BUILDINGS = ["", "みなとハイツ２０３号室", "グランコート緑が丘ガーデンヒルズＢ棟１２０５", "第①コーポ川上～別館～３０１",
             "県営緑が丘第二団地７号棟３０４号室"]
KINDS = ["転入", "転居", "転出", "世帯変更"]


class Dice:
    """A linear congruential generator (Knuth's MMIX constants): the same on every Python."""

    def __init__(self, seed):
        self.state = seed * 2862933555777941757 + 3037000493

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def one_of(self, items):
        return items[self.below(len(items))]


def date(dice, first_year, last_year):
    return f"{first_year + dice.below(last_year - first_year + 1)}-{1 + dice.below(12):02}-{1 + dice.below(28):02}"


def address(dice, head):
    code, city, town = dice.one_of(TOWNS)
    number = f"{1 + dice.below(9)}丁目{1 + dice.below(40)}番{1 + dice.below(30)}号"
    return {"郵便番号": f"{code}{dice.below(10000):04}", "住所": city + town + number,
            "方書": dice.one_of(BUILDINGS), "世帯主氏名": head}


def member(dice, family, relation):
    name, reading, sex = dice.one_of(GIVEN)
    return {"氏名": family[0] + "　" + name, "氏名_フリガナ": family[1] + "　" + reading,
            "生年月日": date(dice, 1935, 2024), "性別": sex, "続柄": relation,
            "個人番号カード": dice.one_of(["有", "無"])}


def family_name(dice, index, plain_only):
    if not plain_only and index % 9 == 8:
        return dice.one_of(WITH_SEQUENCE)
    if not plain_only and index % 6 == 5:
        return dice.one_of(BEYOND_BMP)
    return dice.one_of(FAMILY)


def person(dice, index, plain_only=False):
    family = family_name(dice, index, plain_only)
    members = [member(dice, family, relation) for relation in ["世帯主", "配偶者", "子", "子", "世帯主の母"]]
    head = members[0]["氏名"]
    moved = date(dice, 2026, 2026)
    return {
        "届出年月日": moved, "異動年月日": moved, "異動区分": dice.one_of(KINDS),
        "届出人": {"氏名": head, "関係": "世帯主",
                "電話番号": f"090-{dice.below(10000):04}-{dice.below(10000):04}"},
        "旧住所": address(dice, head), "新住所": address(dice, head),
        "本籍": {"所在": dice.one_of(TOWNS)[1] + f"中央{1 + dice.below(9)}丁目{1 + dice.below(99)}番", "筆頭者氏名": head},
        "異動者": members,
    }


def flatten(value, prefix=""):
    for key, item in value.items():
        name = prefix + key
        if isinstance(item, dict):
            yield from flatten(item, name + ".")
        elif isinstance(item, list):
            for number, entry in enumerate(item, 1):
                yield from flatten(entry, f"{name}[{number}].")
        else:
            yield name, item


def half_width(reading):
    kana = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンョュャッー"
    half = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝｮｭｬｯｰ"
    voiced = "ガギグゲゴザジズゼゾダヂヅデドバビブベボ"
    unvoiced = "ｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎ"
    table = dict(zip(kana, half)) | {v: u + "ﾞ" for v, u in zip(voiced, unvoiced)} | {"　": " "}
    return "".join(table.get(letter, letter) for letter in reading)


def write_csv(people, out, truncated):
    for entry in people:
        for resident in entry["異動者"]:
            resident["氏名_フリガナ"] = half_width(resident["氏名_フリガナ"])
    rows = [dict(flatten(entry)) for entry in people]
    columns = list(max(rows, key=len))
    lines = [",".join(columns)] + [",".join(row.get(column, "") for column in columns) for row in rows]
    for number, line in enumerate(lines, 1):
        encoded = line.encode("cp932")
        if number == truncated:
            lead_bytes = len(line.split(",")[3].encode("cp932"))
            cut = len(",".join(line.split(",")[:3]).encode("cp932")) + 1 + lead_bytes - 1
            encoded = encoded[:cut]
        out.write(encoded + b"\r\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", choices=["jsonl", "cp932-csv"], default="jsonl")
    parser.add_argument("--truncate-line", type=int, default=0, help="line of the CSV to cut short; the header is line 1")
    arguments = parser.parse_args()
    dice = Dice(arguments.seed)
    people = [person(dice, index, arguments.format == "cp932-csv") for index in range(arguments.count)]
    if arguments.format == "cp932-csv":
        write_csv(people, sys.stdout.buffer, arguments.truncate_line)
    else:
        for entry in people:
            sys.stdout.buffer.write(json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


if __name__ == "__main__":
    main()
