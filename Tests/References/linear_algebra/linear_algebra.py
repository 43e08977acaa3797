"""Writes linear_algebra.tsv: what NumPy makes of matrices of all sorts, and exact fractions where those are to be had.

Columns, separated by tabs: the matrix's name, the function, how far a result may be off, the rows, the numbers of the
matrix, the results, both as the bits of doubles in hexadecimal. Results that are backward stable are off by some rounding
errors of the largest number (singular values, eigenvalues of symmetric matrices), or by that times the condition number
(inverses, solutions); NumPy's own error counts too. Run: python linear_algebra.py > linear_algebra.tsv
"""

import struct
from fractions import Fraction

import numpy as np

rng = np.random.default_rng(15)
EPSILON = 2.0**-52


def bits(values):
    flat = np.asarray(values, dtype=np.float64).ravel()
    return " ".join(format(struct.unpack("<Q", struct.pack("<d", x))[0], "016x") for x in flat)


def hilbert(n):
    return np.array([[1 / (i + j + 1) for j in range(n)] for i in range(n)])


def orthogonal(n):
    return np.linalg.qr(rng.normal(size=(n, n)))[0]


def symmetric(n):
    m = rng.normal(size=(n, n))
    return (m + m.T) / 2


def low_rank(rows, columns, rank):
    return np.round(rng.normal(size=(rows, rank)), 2) @ np.round(rng.normal(size=(rank, columns)), 2)


def exact_determinant(m):
    rows = [[Fraction(float(x)) for x in row] for row in m]
    result = Fraction(1)
    for k in range(len(rows)):
        pivot = next((r for r in range(k, len(rows)) if rows[r][k] != 0), None)
        if pivot is None:
            return Fraction(0)
        if pivot != k:
            rows[k], rows[pivot] = rows[pivot], rows[k]
            result = -result
        result *= rows[k][k]
        for r in range(k + 1, len(rows)):
            factor = rows[r][k] / rows[k][k]
            rows[r] = [a - factor * b for a, b in zip(rows[r], rows[k])]
    return result


def exact_solution(m, b):
    rows = [[Fraction(float(x)) for x in row] + [Fraction(float(y))] for row, y in zip(m, b)]
    n = len(rows)
    for k in range(n):
        pivot = next(r for r in range(k, n) if rows[r][k] != 0)
        rows[k], rows[pivot] = rows[pivot], rows[k]
        rows[k] = [a / rows[k][k] for a in rows[k]]
        for r in range(n):
            if r != k:
                factor = rows[r][k]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[k])]
    return [float(row[n]) for row in rows]


def row(name, function, tolerance, m, results):
    print(name, function, repr(float(tolerance)), m.shape[0], bits(m), bits(results), sep="\t")


MATRICES = {f"random {n}": rng.normal(size=(n, n)) for n in [1, 2, 3, 5, 8, 13, 20, 40]}
MATRICES |= {f"uniform {n}": rng.uniform(size=(n, n)) for n in [4, 16]}
MATRICES |= {f"Hilbert {n}": hilbert(n) for n in [2, 4, 6, 8, 10]}
MATRICES |= {f"orthogonal {n}": orthogonal(n) for n in [2, 5, 24]}
MATRICES |= {f"symmetric {n}": symmetric(n) for n in [2, 3, 6, 17, 32]}
MATRICES |= {f"upper {n}": np.triu(rng.normal(size=(n, n))) for n in [3, 9]}
MATRICES |= {f"lower {n}": np.tril(rng.normal(size=(n, n))) for n in [3, 9]}
MATRICES |= {
    f"scale {scale:g}": scale * rng.normal(size=(6, 6)) for scale in [1e-300, 1e-200, 1e-100, 1e100, 1e200, 1e300]
}
MATRICES |= {
    "whole": np.array([[2.0, 1, 0], [1, 3, 1], [0, 1, 4]]), "exchange": np.array([[0.0, 1], [1, 0]]),
    "rotation": np.array([[0.6, -0.8], [0.8, 0.6]]), "cycle": np.roll(np.eye(5), 1, axis=0),
    "identity": np.eye(4), "twins": np.diag([1.0, 1, 1, 2, 2, 3]), "zeros": np.zeros((3, 3)),
    "rank 2 of 5": low_rank(5, 5, 2), "rank 3 of 7": low_rank(7, 7, 3), "dependent": np.array([[1.0, 2], [2, 4]]),
    "tall": rng.normal(size=(9, 4)), "wide": rng.normal(size=(3, 8)), "column": rng.normal(size=(5, 1)),
    "one row": rng.normal(size=(1, 5)), "tall of rank 2": low_rank(8, 3, 2),
    "companion": np.array([[10.0, -35, 50, -24], [1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0]]),
    "unlike scales": np.array([[1.0, 1e6, 1e-3], [1e-6, 2, 1e-9], [1e3, 1e9, 3]]),
    "mixed": rng.normal(size=(8, 8)) * 10.0 ** rng.integers(-4, 5, size=(8, 8)),
}

print("matrix\tfunction\ttolerance\trows\tnumbers\tresults")
for name, m in MATRICES.items():
    n = max(m.shape)
    exponent = np.frexp(np.abs(m).max())[1] if m.any() else 0
    unit = np.ldexp(m, -exponent)  # NumPy's own result overflows and underflows for the extreme scales
    values = np.linalg.svd(unit, compute_uv=False)
    size = values[0]
    scaled = lambda x: np.ldexp(x, exponent)
    row(name, "singular_values", scaled(8 * n * EPSILON * size), m, scaled(values))
    if values[-1] > 1e-12 * size:
        row(name, "condition_number", 16 * n * EPSILON * (size / values[-1]) ** 2, m, [size / values[-1]])
    row(name, "rank", 0, m, [np.linalg.matrix_rank(unit)])
    q, r = np.linalg.qr(unit)
    if values[-1] > 1e-10 * size:
        row(name, "qr q", 16 * n * EPSILON * size / values[-1], m, q)
        row(name, "qr r", scaled(16 * n * EPSILON * size * size / values[-1]), m, scaled(r))
    if m.shape[0] != m.shape[1]:
        if m.shape[0] > m.shape[1] and values[-1] > 1e-10 * size:
            b = np.arange(1.0, m.shape[0] + 1)
            x = np.linalg.lstsq(unit, b, rcond=None)[0]
            tolerance = 32 * n * EPSILON * (size / values[-1]) ** 2 * np.abs(x).max()
            row(name, "least_squares", np.ldexp(tolerance, -exponent), m, np.ldexp(x, -exponent))
        continue
    if (m == m.T).all():
        row(name, "eigenvalues", scaled(8 * n * EPSILON * size), m, scaled(np.linalg.eigvalsh(unit)))
    elif not name.startswith(("rank", "unlike", "mixed")):
        eigenvalues = sorted(np.linalg.eigvals(unit), key=lambda z: (round(z.real, 9), z.imag))
        left = np.linalg.cond(np.linalg.eig(unit)[1])
        flat = [z.real for z in eigenvalues]
        if any(z.imag for z in eigenvalues):
            flat = [part for z in eigenvalues for part in (z.real, z.imag)]
        row(name, "eigenvalues", scaled(32 * n * EPSILON * size * left), m, scaled(np.array(flat)))
    if n <= 13:
        exact = exact_determinant(unit)
        terms = np.prod(np.linalg.norm(unit, axis=1))
        if abs(n * exponent) < 900:
            row(name, "determinant", np.ldexp(16 * n * EPSILON * terms, n * exponent), m, [np.ldexp(float(exact), n * exponent)])
    if values[-1] > 1e-14 * size:
        tolerance = 8 * n * EPSILON * size / values[-1]
        b = np.arange(1.0, n + 1)
        x = exact_solution(unit, b) if n <= 13 else np.linalg.solve(unit, b)
        row(name, "solve", np.ldexp(tolerance * np.abs(x).max(), -exponent), m, np.ldexp(x, -exponent))
        inverse = np.linalg.inv(unit)
        row(name, "inverse", np.ldexp(2 * tolerance * np.abs(inverse).max(), -exponent), m, np.ldexp(inverse, -exponent))
