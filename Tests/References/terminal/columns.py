"""Writes columns.tsv: how many columns of a terminal characters take, by the package wcwidth 0.7.0.

A row is a range: first and last code point in hexadecimal, columns. Left out are

- what is not assigned in the Unicode that Python knows (14.0 where this was run), control characters and separators;
- spacing marks, which the GNU C library and the terminals built on it give the column that wcwidth does not;
- halves of flags, which wcwidth counts as whole ones;
- Hangul fillers, which are seen nowhere, circled numbers on black squares, which Unicode leaves undecided, and a sign of
  the Ahom script that has become a spacing mark since.
"""

import pathlib
import unicodedata

import wcwidth

LEFT_OUT_CATEGORIES = {"Cc", "Cn", "Cs", "Mc", "Zl", "Zp"}
LEFT_OUT = {*range(0x1F1E6, 0x1F200), 0x3164, 0xFFA0, *range(0x3248, 0x3250), 0x1171E}

ranges = []
for code in range(0xA0, 0x110000):
    if code in LEFT_OUT or unicodedata.category(chr(code)) in LEFT_OUT_CATEGORIES:
        continue
    columns = wcwidth.wcwidth(chr(code))
    if ranges and ranges[-1][1:] == [code - 1, columns]:
        ranges[-1][1] = code
    else:
        ranges.append([code, code, columns])

table = pathlib.Path(__file__).with_suffix(".tsv")
table.write_text("".join(f"{first:X}\t{last:X}\t{columns}\n" for first, last, columns in ranges))
