"""Prints starts.csv: data-dependent starts by NumPy on the 40 points of circles.csv.

A row is the start, the units and activations of the layers, the standard deviation of the biases that are drawn, the
tolerance or the mean wanted, the seed, and as bits all weights in gradus's order: of each layer the kernel, [inputs, units]
row by row, then the biases. LSUV is algorithm 1 of Mishkin and Matas 2016 with at most 10 iterations; within_layer is
algorithm 1 of Krähenbühl and others 2016 with the bias that was drawn.
"""

import pathlib
import struct

import numpy as np

HERE = pathlib.Path(__file__).parent
ACTIVATIONS = {"tanh": np.tanh, "relu": lambda x: np.maximum(x, 0), "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
               "linear": lambda x: x}
CASES = [
    ("lsuv", "20 tanh;20 tanh;1 sigmoid", 0, 1e-6, 1),
    ("lsuv", "30 relu;10 relu;5 relu;2 linear", 0, 0.1, 2),
    ("lsuv", "8 tanh;8 tanh;8 tanh;1 linear", 0.3, 0.01, 3),
    ("within_layer", "20 tanh;20 tanh;1 sigmoid", 0, 0, 4),
    ("within_layer", "30 relu;10 relu;2 linear", 0.3, 0.5, 5),
]


def double(bits):
    return struct.unpack("<d", struct.pack("<Q", int(bits, 16)))[0]


def bits(values):
    return ",".join(f"{struct.unpack('<Q', struct.pack('<d', float(v)))[0]:x}" for v in values)


def orthogonal(rng, rows, columns):
    """As Keras has it; the longer side is drawn as rows."""
    q, r = np.linalg.qr(rng.standard_normal((max(rows, columns), min(rows, columns))))
    q = q * np.where(np.diag(r) < 0, -1, 1)
    return q if rows >= columns else q.T


def draw(start, layers, spread, rng):
    weights, inputs = [], 2
    for units, _ in layers:
        kernel = orthogonal(rng, inputs, units) if start == "lsuv" else rng.normal(0, 1, (inputs, units))
        weights.append([kernel.copy(), rng.normal(0, spread, units) if spread else np.zeros(units)])
        inputs = units
    return weights


def lsuv(x, w, b, tolerance):
    for _ in range(10):
        variance = np.var(x @ w + b)
        if abs(variance - 1) < tolerance:
            break
        w = w / np.sqrt(variance)
    return w, b


def within_layer(x, w, b, mean):
    z = x @ w + b
    return w / z.std(0), mean - (z.mean(0) - b) / z.std(0)


rows = [line.split(",") for line in (HERE / "circles.csv").read_text().split("\n")[1:] if line]
points = np.array([[double(r[0]), double(r[1])] for r in rows])
with open(HERE / "starts.csv", "w") as file:
    print("start,layers,bias,number,seed,weights", file=file)
    for start, text, spread, number, seed in CASES:
        layers = [(int(a), ACTIVATIONS[b]) for a, b in (part.split(" ") for part in text.split(";"))]
        x, numbers = points, []
        for (w, b), (_, activation) in zip(draw(start, layers, spread, np.random.default_rng(seed)), layers):
            w, b = (lsuv if start == "lsuv" else within_layer)(x, w, b, number)
            numbers += [*w.ravel(), *b]
            x = activation(x @ w + b)
        print(start, text, spread, number, seed, bits(numbers), sep=",", file=file)
