"""Writes arrays.csv: .npy files as NumPy writes them, in hexadecimal, with what they hold.

Columns: name, file (hexadecimal), rows (-1: a number; -2: a vector), columns, numbers as the bits of float64 in
hexadecimal with spaces between. Names that end in _saved are what np.save makes of a float64 array in row order.
"""

import io
import pathlib

import numpy as np
from numpy.lib import format as npy


def file(array, version=None):
    stream = io.BytesIO()
    if version is None:
        np.save(stream, array)
    else:
        npy.write_array(stream, array, version=version)
    return stream.getvalue()


def row(name, array, data):
    shape = {0: (-1, 0), 1: (-2, 0), 2: array.shape}[array.ndim]
    numbers = np.ascontiguousarray(array).reshape(-1).astype(np.float64)
    bits = " ".join(f"{word:016x}" for word in numbers.view(np.uint64))
    return f"{name},{data.hex()},{shape[0]},{shape[1]},{bits}"


rng = np.random.default_rng(7)
rows = []
for code in ["f8", "f4", "f2", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1"]:
    for order in "<>":
        kind = np.dtype(order + code)
        if kind.kind == "f":
            limits = np.finfo(kind)
            special = [0.0, -0.0, 1.5, -2.25, np.inf, -np.inf, limits.max, limits.tiny, limits.smallest_subnormal, 1 / 3]
        elif kind.kind == "b":
            special = [True, False, True, True, False, False, True, False, True, True]
        else:
            limits = np.iinfo(kind)
            special = [0, 1, limits.max, limits.min, limits.max // 3, 100, limits.min // 2, 7, 42, 99]
        vector = np.array(special, dtype=kind)
        matrix = np.concatenate([vector, vector[::-1]]).reshape(4, 5)
        name = ("little_" if order == "<" else "big_") + code
        rows.append(row(f"{name}_number", vector[2].reshape(()), file(vector[2].reshape(()).astype(kind))))
        rows.append(row(f"{name}_vector", vector, file(vector)))
        rows.append(row(f"{name}_rows", matrix, file(matrix)))
        rows.append(row(f"{name}_columns", matrix, file(np.asfortranarray(matrix))))

array = rng.normal(size=(3, 4))
for version in [(1, 0), (2, 0), (3, 0)]:
    rows.append(row(f"version_{version[0]}", array, file(array, version)))
rows.append(row("empty_vector", np.zeros(0), file(np.zeros(0))))
rows.append(row("no_columns", np.zeros((3, 0)), file(np.zeros((3, 0)))))
python2 = b"\x93NUMPY\x01\x00\x46\x00" + b"{'descr': '<f8', 'fortran_order': False, 'shape': (2L,), }".ljust(69) + b"\n"
rows.append(row("python_2", np.array([1.0, 2.0]), python2 + np.array([1.0, 2.0]).tobytes()))

for name, saved in {
    "number": np.float64(0.1).reshape(()),
    "vector": rng.normal(size=5),
    "matrix": rng.normal(size=(3, 4)),
    "row": rng.normal(size=(1, 7)),
    "long": np.arange(1000.0),
    "special": np.array([np.inf, -np.inf, -0.0, 5e-324, 1.7976931348623157e308]),
}.items():
    rows.append(row(f"{name}_saved", np.asarray(saved), file(np.asarray(saved))))

path = pathlib.Path(__file__).with_name("arrays.csv")
path.write_text("name,file,rows,columns,numbers\n" + "\n".join(rows) + "\n")
