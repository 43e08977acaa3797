"""Prints matrices.csv: initializers that make a whole matrix, by NumPy: initializer, shape, seed, elements row by row."""

import math
import struct

import numpy as np


def orthogonal(rows, columns, seed):
    tall = np.random.default_rng(seed).standard_normal((max(rows, columns), min(rows, columns)))
    q, r = np.linalg.qr(tall)
    q = q * np.sign(np.diag(r))
    return q if rows >= columns else q.T


def sparse(rows, columns, seed, sparsity=0.9, stddev=0.01):
    rng = np.random.default_rng(seed)
    weights = rng.normal(0, stddev, (rows, columns))
    zeros = math.ceil(sparsity * columns)
    for row in range(rows):
        weights[row, rng.permutation(columns)[:zeros]] = 0
    return weights


def identity(rows, columns, seed):
    return np.eye(rows, columns)


def bits(x):
    return f"{struct.unpack('<Q', struct.pack('<d', float(x)))[0]:x}"


print("initializer;shape;seed;elements")
for rule in (orthogonal, sparse, identity):
    for rows, columns in [(3, 3), (5, 2), (2, 6), (12, 7), (1, 4), (4, 1)]:
        for seed in (1, 2):
            print(rule.__name__, f"{rows} {columns}", seed, " ".join(bits(x) for x in rule(rows, columns, seed).ravel()), sep=";")
for gain, (rows, columns) in [(2.5, (4, 4)), (-1, (3, 5))]:
    print(f"orthogonal({gain})", f"{rows} {columns}", 3, " ".join(bits(gain * x) for x in orthogonal(rows, columns, 3).ravel()), sep=";")
print("sparse(0.5, 2)", "4 9", 5, " ".join(bits(x) for x in sparse(4, 9, 5, 0.5, 2).ravel()), sep=";")
