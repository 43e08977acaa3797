"""Writes broadcasting.tsv and picking.tsv: what NumPy makes of arrays of many pairs of shapes, and of many ways to pick elements.

A row has an expression as gradus reads it, the shape of the result ("2 3", empty of one number) and its numbers; truths
are 1 and 0. What NumPy refuses has "refused" for the shape; a column against a vector of the same length, which NumPy
makes a square and gradus refuses, has "surprise".
"""

import itertools
import pathlib

import numpy as np

HERE = pathlib.Path(__file__).parent
SHAPES = [(), (1,), (2,), (3,), (1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (2, 2), (2, 3), (3, 2), (3, 3)]
OPERATORS = {
    "+": np.add, "-": np.subtract, "×": np.multiply, "/": np.divide, "^": np.power, "%": np.mod, "<": np.less,
    "≤": np.less_equal, ">": np.greater, "≥": np.greater_equal, "==": np.equal, "≠": np.not_equal,
}
FUNCTIONS = {"maximum": np.maximum, "minimum": np.minimum, "hypot": np.hypot, "atan2": np.arctan2}


def text(array):
    """The array as gradus reads it."""
    if array.ndim == 0:
        return str(array.item()).lower() if array.dtype == bool else repr(float(array))
    return "[" + ", ".join(text(part) for part in array) + "]"


def row(expression, work):
    try:
        result = np.asarray(work())
    except (ValueError, IndexError):
        return f"{expression}\trefused\t"
    shape = " ".join(str(length) for length in result.shape)
    return f"{expression}\t{shape}\t" + " ".join(repr(float(number)) for number in result.ravel())


def is_surprise(a, b):
    return any(
        len(x) == 2 and x[1] == 1 and x[0] > 1 and len(y) == 1 and y[0] == x[0] for x, y in ((a, b), (b, a)))


def broadcasting(rng):
    rows = []
    for a, b in itertools.product(SHAPES, SHAPES):
        x, y = (np.round(rng.uniform(0.5, 4, shape) * 2) / 2 for shape in (a, b))
        name = list(OPERATORS)[rng.integers(len(OPERATORS))]
        other = list(FUNCTIONS)[rng.integers(len(FUNCTIONS))]
        for expression, work in (
                (f"{text(x)} {name} {text(y)}", lambda: OPERATORS[name](x, y)),
                (f"{other}({text(x)}, {text(y)})", lambda: FUNCTIONS[other](x, y))):
            rows.append(f"{expression}\tsurprise\t" if is_surprise(a, b) else row(expression, work))
    for a, b, c in itertools.product(SHAPES, SHAPES, SHAPES):
        if rng.uniform() > 0.1 or is_surprise(a, b) or is_surprise(b, c) or is_surprise(a, c):
            continue
        x, y, z = (rng.integers(0, 9, shape).astype(float) for shape in (a, b, c))
        if is_surprise(np.broadcast_shapes(a, b) if _meet(a, b) else (), c):
            continue
        rows.append(row(f"where({text(x)} > 4, {text(y)}, {text(z)})", lambda: np.where(x > 4, y, z)))
    return rows


def _meet(a, b):
    try:
        np.broadcast_shapes(a, b)
        return True
    except ValueError:
        return False


def picking(rng):
    rows = []
    for _ in range(60):
        v = rng.integers(-9, 9, rng.integers(1, 8)).astype(float)
        places = rng.integers(-len(v), len(v), rng.integers(1, 6))
        mask = rng.uniform(size=len(v)) < 0.5
        bound = float(rng.integers(-5, 5))
        rows.append(row(f"{text(v)}[{text(v)} > {bound!r}]", lambda: v[v > bound]))
        rows.append(row(f"{text(v)}[{text(places)}]", lambda: v[places]))
        rows.append(row(f"{text(v)}[{text(mask)}]", lambda: v[mask]))
        rows.append(row(f"sum({text(v)}[not {text(mask)}])", lambda: v[~mask].sum()))
        m = rng.integers(-9, 9, (rng.integers(1, 5), rng.integers(1, 5))).astype(float)
        rows_of = rng.integers(-m.shape[0], m.shape[0], rng.integers(1, 4))
        columns = rng.integers(-m.shape[1], m.shape[1], rng.integers(1, 4))
        some = rng.uniform(size=m.shape[0]) < 0.6
        rows.append(row(f"{text(m)}[{text(m)} ≤ {bound!r}]", lambda: m[m <= bound]))
        rows.append(row(f"{text(m)}[{text(rows_of)}]", lambda: m[rows_of]))
        rows.append(row(f"{text(m)}[{text(some)}]", lambda: m[some]))
        rows.append(row(f"{text(m)}[{text(rows_of)}, {text(columns)}]", lambda: m[np.ix_(rows_of, columns)]))
        rows.append(row(f"{text(m)}[{text(some)}, -1]", lambda: m[some, -1]))
        rows.append(row(f"{text(m)}[:, {text(columns)}]", lambda: m[:, columns]))
        rows.append(row(f"{text(m)}[{text(some)}, {text(columns)}]", lambda: m[np.ix_(some, columns)]))
        rows.append(row(f"{text(m)}[0:2, {text(columns)}]", lambda: m[0:2, columns]))
    return rows


def main():
    rng = np.random.default_rng(15)
    for name, rows in (("broadcasting", broadcasting(rng)), ("picking", picking(rng))):
        (HERE / f"{name}.tsv").write_text("expression\tshape\tnumbers\n" + "\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
