"""Prints bins.tsv: how NumPy's histogram bins some numbers.

Columns, separated by tabs: name, bins ('auto' or a count), numbers, edges, counts. Numbers and edges are bits of doubles.
"""

import struct

import numpy as np

rng = np.random.default_rng(7)
SAMPLES = {
    "normal": rng.normal(size=400), "uniform": rng.uniform(-3, 5, size=300), "exponential": rng.exponential(size=350),
    "cauchy": rng.standard_cauchy(size=200), "lognormal": rng.lognormal(sigma=2, size=250), "few": np.array([1.0, 2.0, 4.0]),
    "two": np.array([-1.0, 1.0]), "one": np.array([3.5]), "none": np.array([]), "equal": np.full(20, 2.5),
    "zeros": np.zeros(7), "nearly equal": 1 + np.arange(30) * 1e-13, "integers": rng.integers(0, 10, size=100).astype(float),
    "on edges": np.arange(0, 1.01, 0.1), "repeated": np.repeat([0.1, 0.2, 0.3, 0.7], [50, 3, 40, 7]),
    "outlier": np.append(rng.normal(size=99), 1e6), "tiny": rng.normal(size=60) * 1e-300, "huge": rng.normal(size=60) * 1e300,
    "quartiles alike": np.append(np.zeros(90), rng.normal(size=10)),
}


def bits(numbers):
    return " ".join(struct.pack(">d", x).hex() for x in numbers)


print("name\tbins\tnumbers\tedges\tcounts")
for name, numbers in SAMPLES.items():
    for bins in ["auto", 1, 7, 10, 64]:
        try:
            counts, edges = np.histogram(numbers, bins=bins)
        except ValueError:
            continue  # NumPy finds too many bins for numbers so near each other.
        print(name, bins, bits(numbers), bits(edges), " ".join(map(str, counts)), sep="\t")

# Many numbers: 64-bit remainders of Knuth's linear congruential generator, twelve to a number.
state, many = 1, []
for _ in range(5000):
    total = -6.0
    for _ in range(12):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        total += (state >> 11) * 2.0**-53
    many.append(total)
counts, edges = np.histogram(many, bins="auto")
print("many", "auto", "", bits(edges), " ".join(map(str, counts)), sep="\t")
