"""Prints what CPython and NumPy take for the loops and arrays of `gradus-bench evaluation`: a name and a figure a line."""

import functools
import time

import numpy as np


def f(x):
    return (x - 3) ** 2


def slope(x):
    return 2 * (x - 3)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def iterate(g, x, n):
    values = [x]
    for _ in range(n):
        x = g(x)
        values.append(x)
    return values


def g(x):
    return 3.7 * x * (1 - x)


def h(s, x):
    return 0.9 * s + x


v = [float(number) for number in range(100_000)]
w = np.random.default_rng(1).standard_normal(1_000_000)
m = np.random.default_rng(1).standard_normal((256, 256))
s = m + m.T
listed = w.tolist()
places = np.argsort(w)


class Table:
    x = w


t = Table()

# The name, a unit's seconds, how often the work is done at once, and the work.
CASES = [
    ("map(f, v), a call", 1e-9, len(v), lambda: list(map(f, v))),
    ("[f(x) for x in v], a call", 1e-9, len(v), lambda: [f(x) for x in v]),
    ("map(f′, v), a call", 1e-9, len(v), lambda: list(map(slope, v))),
    ("fib(20)", 1e-6, 1, lambda: fib(20)),
    ("sum(tanh(w) × w), a million numbers", 1e-3, 1, lambda: np.sum(np.tanh(w) * w)),
    ("mean((w - 1)² / 3), a million numbers", 1e-3, 1, lambda: np.mean((w - 1) ** 2 / 3)),
    ("tanh(w) × w, a million numbers", 1e-3, 1, lambda: np.tanh(w) * w),
    ("where(w > 0, w, 0), a million numbers", 1e-3, 1, lambda: np.where(w > 0, w, 0)),
    ("sum(t.x), a field of a million", 1e-3, 1, lambda: np.sum(t.x)),
    ("[t.x[i] for i in 1..1e5], an access", 1e-9, 100_000, lambda: [t.x[i] for i in range(1, 100_001)]),
    ("[length(t.x) for i in 1..1000]", 1e-9, 1000, lambda: [len(t.x) for i in range(1, 1001)]),
    ("singular_values(m), 256 × 256", 1e-3, 1, lambda: np.linalg.svd(m, compute_uv=False)),
    ("eigenvalues(m), 256 × 256", 1e-3, 1, lambda: np.linalg.eigvals(m)),
    ("eigenvalues(s), symmetric", 1e-3, 1, lambda: np.linalg.eigvalsh(s)),
    ("eigenvectors(s), symmetric", 1e-3, 1, lambda: np.linalg.eigh(s)),
    ("inverse(m), 256 × 256", 1e-3, 1, lambda: np.linalg.inv(m)),
    ("solve(m, m[0]), 256 × 256", 1e-3, 1, lambda: np.linalg.solve(m, m[0])),
    ("qr(m), 256 × 256", 1e-3, 1, lambda: np.linalg.qr(m)),
    ("w[w > 0], a million numbers", 1e-3, 1, lambda: w[w > 0]),
    ("sum(w > 0), a million numbers", 1e-3, 1, lambda: np.sum(w > 0)),
    ("w[(w > 0) and (w < 1)], a million numbers", 1e-3, 1, lambda: w[(w > 0) & (w < 1)]),
    ("w[places], a million numbers", 1e-3, 1, lambda: w[places]),
    ("iterate(g, 0.1, 10⁶), an application", 1e-9, 1_000_000, lambda: iterate(g, 0.1, 1_000_000)),
    ("fold(h, w, 0), an element", 1e-9, 1_000_000, lambda: functools.reduce(h, listed, 0.0)),
]

for name, unit, count, work in CASES:
    best = min(_timed for _timed in (
        (lambda start: (work(), time.perf_counter() - start)[1])(time.perf_counter()) for _ in range(15)))
    print(f"{name}\t{best / count / unit:.3g}")
