"""Prints Sources/Probability/Random/ZigguratTables.swift from the installed NumPy.

The ziggurat method (Marsaglia and Tsang, 2000) covers a decreasing density by 256 layers of equal area. Recomputing the
normal's layers with many digits gives numbers that differ from NumPy's in the last places, since NumPy's were once computed in
doubles; so that the same seed gives the same draws, the numbers are read out of the library that NumPy ships for C programs.
"""

import pathlib
import struct
import subprocess
import tempfile

import numpy

TABLES = {"ki": "normalLimits", "wi": "normalWidths", "fi": "normalHeights",
          "ke": "exponentialLimits", "we": "exponentialWidths", "fe": "exponentialHeights"}
COMMENTS = {"k": "A drawn integer below the layer's limit is accepted at once.",
            "w": "What a drawn integer is multiplied by, as the bits of a double.",
            "f": "The density at the layer's right edge, as the bits of a double."}


def section(path):
    """The read-only data of the object file, and where each table begins in it."""
    headers = subprocess.run(["objdump", "-h", path], capture_output=True, text=True, check=True).stdout
    fields = next(line.split() for line in headers.splitlines() if ".rodata" in line and "cst" not in line and "str" not in line)
    size, start = int(fields[2], 16), int(fields[5], 16)
    symbols = subprocess.run(["nm", path], capture_output=True, text=True, check=True).stdout
    places = {line.split()[2]: int(line.split()[0], 16) for line in symbols.splitlines() if "_double" in line}
    return path.read_bytes()[start : start + size], places


def main():
    library = pathlib.Path(numpy.__file__).parent / "random" / "lib" / "libnpyrandom.a"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["ar", "x", library], cwd=folder, check=True)
        data, places = section(next(pathlib.Path(folder).glob("*istributions_distributions.c.o")))
    print("// Printed by Tests/References/random/ziggurat_tables.py; do not edit.\n")
    print("/// The 256 layers of NumPy's two ziggurats.\nenum ZigguratTables {")
    for position, (short, name) in enumerate(TABLES.items()):
        values = struct.unpack_from("<256Q", data, places[f"{short}_double"])
        print(("\n" if position else "") + f"  /// {COMMENTS[short[0]]}\n  static let {name}: [UInt64] = [")
        for i in range(0, 256, 5):
            print("    " + ", ".join(f"0x{v:X}" for v in values[i : i + 5]) + ",")
        print("  ]")
    print("}")


if __name__ == "__main__":
    main()
