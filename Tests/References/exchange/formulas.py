"""Writes formulas.csv: what Python makes of the functions that gradus exports, in double precision.

formulas.tsv has, separated by tabs, definitions of f in gradus and the expressions that gradus exports for them, for PyTorch
and for Keras. Columns of formulas.csv: the line of the definition, the library, the type of the numbers, the values at POINTS as the bits of doubles
in hexadecimal. Run: KERAS_BACKEND=torch python formulas.py > formulas.csv
"""

import csv
import pathlib
import struct

import keras
import torch
from torch import nn

HERE = pathlib.Path(__file__).parent
POINTS = [-2.5, -1.0, -0.25, 0.0, 0.5, 1.0, 3.0]

keras.config.set_floatx("float64")


def bits(values):
    return " ".join(format(struct.unpack("<Q", struct.pack("<d", v))[0], "016x") for v in values)


print("line,library,type,values")
with open(HERE / "formulas.tsv") as file:
    rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
for line, (_, in_torch, in_keras) in enumerate(rows):
    for library, source in [("torch", in_torch), ("keras", in_keras)]:
        x = torch.tensor(POINTS, dtype=torch.float64)
        result = eval(source, {"torch": torch, "nn": nn, "keras": keras, "x": x})
        # Some of Keras's functions, such as maximum, compute in single precision whatever they are given.
        assert result.shape == x.shape and (library == "keras" or result.dtype == x.dtype), source
        print(f"{line},{library},{str(result.dtype).split('.')[1]},{bits(result.tolist())}")
