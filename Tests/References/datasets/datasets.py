"""Writes lines.tsv: the lines of NumPy that the help of each sort of made data gives; datasets.csv: the points that exactly
these lines make, as bits; and parts.csv: a split and a standardization.

Where scikit-learn is installed, the points without noise are also compared with its own, in any order.
"""

import csv
import pathlib
import struct

import numpy as np

HERE = pathlib.Path(__file__).parent
PLANE = "order = rng.permutation(n); points = points[order] + rng.normal(0, noise, (n, 2)); "
LINES = {
    "circles": "a = np.arange(n // 2) * (2 * np.pi / (n // 2)); b = np.arange(n - n // 2) * (2 * np.pi / (n - n // 2)); "
    "points = np.c_[np.r_[np.cos(a), factor * np.cos(b)], np.r_[np.sin(a), factor * np.sin(b)]]; "
    + PLANE + "classes = order >= n // 2",
    "moons": "a = np.linspace(0, np.pi, n // 2); b = np.linspace(0, np.pi, n - n // 2); "
    "points = np.c_[np.r_[np.cos(a), 1 - np.cos(b)], np.r_[np.sin(a), 1 - np.sin(b) - 0.5]]; "
    + PLANE + "classes = order >= n // 2",
    "blobs": "middles = rng.uniform(-10, 10, (centers, features)); "
    "owner = np.repeat(np.arange(centers), [n // centers + (i < n % centers) for i in range(centers)]); "
    "points = rng.normal(middles[owner], stddev); "
    "order = rng.permutation(n); points = points[order]; classes = owner[order]",
    "spirals": "sizes = [n // arms + (k < n % arms) for k in range(arms)]; arm = np.repeat(np.arange(arms), sizes); "
    "r = np.concatenate([np.arange(1, m + 1) / max(1, m) for m in sizes]); "
    "angle = 2 * np.pi * (turns * r + arm / arms); points = np.c_[r * np.cos(angle), r * np.sin(angle)]; "
    + PLANE + "classes = arm[order]",
    "xor": "corner = np.arange(n) % 4; points = np.c_[corner // 2, corner % 2] + rng.normal(0, noise, (n, 2)); "
    "classes = (corner // 2) ^ (corner % 2)",
    "gaussians": "order = rng.permutation(n); classes = order >= n // 2; "
    "points = np.c_[(classes - 0.5) * distance, np.zeros(n)] + rng.normal(0, stddev, (n, 2))",
    "checkerboard": "points = rng.uniform(-1, 1, (n, 2)); "
    "classes = np.floor((points + 1) * (squares / 2)).sum(axis=1) % 2; points = points + rng.normal(0, noise, (n, 2))",
    "sine": "x = np.linspace(-np.pi * periods, np.pi * periods, n); y = np.sin(x) + rng.normal(0, noise, n)",
    "line": "x = np.linspace(-1, 1, n); y = slope * x + intercept + rng.normal(0, noise, n)",
    "polynomial": "x = np.linspace(-1, 1, n); "
    "y = np.polynomial.polynomial.polyval(x, coefficients) + rng.normal(0, noise, n)",
}
START = "rng = np.random.default_rng(seed); "
CASES = [
    ("circles", dict(n=61, noise=0.05, factor=0.8, seed=1)),
    ("circles", dict(n=40, noise=0.0, factor=0.5, seed=2)),
    ("moons", dict(n=61, noise=0.1, seed=1)),
    ("moons", dict(n=40, noise=0.0, seed=2)),
    ("moons", dict(n=3, noise=0.0, seed=3)),
    ("blobs", dict(n=50, centers=3, features=2, stddev=1.0, seed=1)),
    ("blobs", dict(n=47, centers=5, features=4, stddev=0.25, seed=2)),
    ("blobs", dict(n=3, centers=5, features=1, stddev=1.0, seed=3)),
    ("spirals", dict(n=60, noise=0.02, arms=2, turns=1.5, seed=1)),
    ("spirals", dict(n=41, noise=0.0, arms=3, turns=-2.0, seed=2)),
    ("spirals", dict(n=3, noise=0.0, arms=7, turns=1.0, seed=3)),
    ("xor", dict(n=4, noise=0.0, seed=1)),
    ("xor", dict(n=30, noise=0.2, seed=2)),
    ("gaussians", dict(n=60, distance=2.0, stddev=1.0, seed=1)),
    ("gaussians", dict(n=31, distance=5.0, stddev=0.5, seed=2)),
    ("checkerboard", dict(n=60, noise=0.0, squares=4, seed=1)),
    ("checkerboard", dict(n=60, noise=0.05, squares=3, seed=2)),
    ("sine", dict(n=50, noise=0.1, periods=1.0, seed=1)),
    ("sine", dict(n=33, noise=0.0, periods=2.5, seed=2)),
    ("line", dict(n=50, noise=0.2, slope=2.0, intercept=1.0, seed=1)),
    ("line", dict(n=1, noise=0.2, slope=-3.0, intercept=0.5, seed=2)),
    ("polynomial", dict(n=50, noise=0.1, coefficients=[0, -3, 0, 4], seed=1)),
    ("polynomial", dict(n=33, noise=0.0, coefficients=[1.5, -0.3, 0.7], seed=2)),
]


def bits(value):
    return f"{struct.unpack('<Q', struct.pack('<d', float(value)))[0]:x}"


def made(name, options):
    names = dict(options, np=np)
    exec(START + LINES[name], names)
    if "x" in names:
        return names["x"][:, None], names["y"]
    return names["points"], names["classes"]


def check_against_scikit_learn():
    try:
        from sklearn import datasets
    except ImportError:
        return
    ordered = lambda points, classes: np.array(sorted(map(tuple, np.c_[points, classes])))
    for name, options, theirs in [
        ("circles", dict(n=61, noise=0, factor=0.3, seed=1), datasets.make_circles(61, factor=0.3)),
        ("moons", dict(n=61, noise=0, seed=1), datasets.make_moons(61)),
    ]:
        assert np.allclose(ordered(*made(name, options)), ordered(*theirs), atol=1e-15), name
    # The middles of clouds without width, in the order of their classes.
    points, classes = made("blobs", dict(n=11, centers=3, features=2, stddev=0, seed=1))
    middles = np.random.default_rng(1).uniform(-10, 10, (3, 2))
    theirs = datasets.make_blobs(11, centers=middles, cluster_std=0)
    assert np.allclose(ordered(points, classes), ordered(*theirs), atol=1e-15)


with open(HERE / "lines.tsv", "w") as file:
    for name, line in LINES.items():
        file.write(f"{name}\t{START}{line}\n")

with open(HERE / "datasets.csv", "w") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["name", "options", "features", "targets"])
    for name, options in CASES:
        points, targets = made(name, options)
        spelled = ";".join(
            f"{key}={' '.join(map(str, value)) if isinstance(value, list) else value}" for key, value in options.items())
        writer.writerow(
            [name, spelled, " ".join(bits(x) for x in points.ravel()), " ".join(bits(t) for t in targets)])

# Features that are the number of the point, those of one column always 7.
points = np.c_[np.arange(23) ** 2 / 7, np.full(23, 7.0), np.sqrt(np.arange(23))]
order = np.random.default_rng(5).permutation(23)
k = int(np.ceil(0.3 * 23))
test, train = points[order[:k]], points[order[k:]]
deviation = np.where(train.std(axis=0) == 0, 1, train.std(axis=0))
with open(HERE / "parts.csv", "w") as file:
    file.write("part,original,standardized like train\n")
    for name, part in [("train", train), ("test", test)]:
        for row, changed in zip(part, (part - train.mean(axis=0)) / deviation):
            file.write(f"{name},{' '.join(map(bits, row))},{' '.join(map(bits, changed))}\n")

check_against_scikit_learn()
