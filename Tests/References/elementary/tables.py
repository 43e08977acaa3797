"""Prints Sources/ElementaryFunctions/LogarithmTable.swift and ExponentialTable.swift (mpmath): `tables.py logarithm`,
`tables.py exponential`."""

import struct
import sys

from mpmath import exp, log, mp, mpf, nint

mp.prec = 300
START = 0x3FE6955500000000


def double(bits):
    return mpf(struct.unpack("<d", struct.pack("<Q", bits))[0])


def literal(x):
    significand, exponent = float(x).hex().split("p")
    if "." in significand:
        significand = significand.rstrip("0").rstrip(".")
    return f"{significand}p{int(exponent)}"


def logarithm():
    """Each row's reciprocal is near that of its interval's middle; the row with 1 in it has 1."""
    for i in range(128):
        low, high = double(START + (i << 45)), double(START + ((i + 1) << 45))
        reciprocal = mpf(1) if low < 1 < high else nint(1024 * 2 / (low + high)) / 1024
        value = -log(reciprocal)
        leading = nint(value * mpf(2) ** 42) / mpf(2) ** 42
        yield reciprocal, leading, value - leading


def exponential():
    for i in range(128):
        value = exp(log(mpf(2)) * i / 128)
        yield mpf(float(value)), value - mpf(float(value))


HEADINGS = {
    "logarithm": ("LogarithmTable", """\
/// The significands from 0.70572 to twice that in 128 intervals of equal numbers of doubles: for each the reciprocal c of
/// some number in it and the two parts of -ln c, the first a multiple of 2⁻⁴²."""),
    "exponential": ("ExponentialTable", "/// 2^(i/128) for i from 0 to 127, each as a double and what is missing of it."),
}


def main():
    name = sys.argv[1]
    rows = list(logarithm() if name == "logarithm" else exponential())
    type_name, comment = HEADINGS[name]
    print("// Printed by Tests/References/elementary/tables.py; do not edit.\n")
    print(f"{comment}\nenum {type_name} {{\n  static let entries: [Double] = [")
    for row in rows:
        print("    " + ", ".join(literal(x) for x in row) + ",")
    print("  ]\n}")


if __name__ == "__main__":
    main()
