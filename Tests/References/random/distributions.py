"""Prints distributions.csv: what numpy.random.default_rng(seed) draws from one distribution after the other.

Values are the hexadecimal bits of doubles, counts and indices are decimal. After the draws of a row comes the next word of the
stream, which shows that as many words have been taken as NumPy takes. A row of kind `mixed` draws from all in turn. Where the
seed is of the form `state:increment`, the stream is one in which a word is 0, as happens by chance once in 2⁵³ draws.
"""

import struct

import numpy as np

SEEDS = [0, 1, 2, 7, 42, 99, 1234, 31337, 2**32 + 5, 2**53 + 1, 2**64 - 1]

# Parameters on both sides of every branch of each algorithm.
CONTINUOUS = {
    "exponential": [(1.0,), (0.3,), (250.0,)],
    "normal": [(0.0, 1.0), (-3.5, 0.05)],
    "standard_gamma": [(0.0,), (1e-3,), (0.05,), (0.3,), (0.5,), (0.999,), (0.99999999,), (1.0,), (1.0001,), (1.5,), (4.0,), (37.2,), (1e6,)],
    "gamma": [(0.7, 3.0), (1.0, 0.25), (2.5, 1e-5)],
    "chisquare": [(0.5,), (1.0,), (2.0,), (3.0,), (40.0,)],
    "standard_t": [(0.5,), (1.0,), (2.0,), (5.0,), (200.0,)],
    "standard_cauchy": [()],
    "beta": [(1e-104, 2e-104), (1e-3, 1e-3), (0.02, 0.5), (0.5, 0.5), (1.0, 1.0), (0.3, 1.0), (0.5, 2.0), (2.0, 0.5), (0.01, 4.0), (0.2, 1.5), (0.99999999, 2.0), (1.0, 3.0),
             (2.0, 3.0), (70.0, 120.0)],
    "laplace": [(0.0, 1.0), (2.0, 0.3)],
    "logistic": [(0.0, 1.0), (-1.0, 5.0)],
    "gumbel": [(0.0, 1.0), (0.5, 2.0)],
    "weibull": [(0.0,), (0.2,), (1.0,), (1.5,), (30.0,)],
    "lognormal": [(0.0, 1.0), (1.0, 0.1), (-2.0, 3.0)],
    "triangular": [(0.0, 0.3, 1.0), (-2.0, -2.0, 5.0), (1.0, 4.0, 4.0)],
}
COUNTED = {
    "poisson": [(0.0,), (1e-9,), (0.5,), (3.0,), (9.99,), (10.0,), (10.5,), (17.3,), (100.0,), (1e4,), (1e9,)],
    "binomial": [(0, 0.5), (5, 0.0), (5, 1.0), (1, 0.3), (10, 0.5), (10, 0.7), (1000, 0.001), (60, 0.5), (62, 0.5), (100, 0.29),
                 (100, 0.31), (100, 0.6), (100, 0.69), (100, 0.71), (100, 0.95), (1000, 0.3), (5000, 0.5), (10**6, 0.5),
                 (10**6, 0.999), (10**9, 0.123), (2**53, 1e-15), (10**12, 0.4)],
    "geometric": [(1.0,), (0.9,), (0.5,), (0.34,), (1 / 3,), (0.33,), (0.1,), (0.001,), (1e-12,)],
}
MIXED = [
    ("integers", (0, 10)), ("beta", (0.5, 0.5)), ("poisson", (3.0,)), ("integers", (0, 2**40)), ("standard_gamma", (0.3,)),
    ("binomial", (100, 0.4)), ("integers", (-5, 6)), ("standard_t", (5.0,)), ("geometric", (0.2,)), ("laplace", (0.0, 1.0)),
    ("poisson", (40.0,)), ("standard_cauchy", ()), ("integers", (0, 3)), ("gumbel", (0.0, 1.0)), ("beta", (2.0, 3.0)),
    ("binomial", (10, 0.6)), ("weibull", (1.5,)), ("integers", (0, 2**32)), ("triangular", (0.0, 0.3, 1.0)),
    ("geometric", (0.6,)), ("logistic", (0.0, 1.0)), ("standard_gamma", (2.5,)), ("lognormal", (0.0, 1.0)),
]
CHOICES = [
    (5, 10, True), (5, 5, False), (1, 1, False), (0, 7, False), (10, 100, False), (150, 10_000, False), (150, 10_001, False),
    (201, 10_050, False), (202, 10_050, False),
]
WEIGHTS = [
    (8, [0.1, 0.0, 0.3, 0.6, 0.0], True), (3, [0.1, 0.0, 0.3, 0.6, 0.0], False), (5, [0.2] * 5, False),
    (4, [0.9, 0.05, 0.03, 0.02], False), (12, [1 / 7] * 7, True), (20, [(2 * i + 1) / 900 for i in range(30)], False),
]


def text(value):
    return f"{struct.unpack('<Q', struct.pack('<d', value))[0]:x}" if isinstance(value, float) else str(int(value))


def row(kind, seed, parameters, values, generator):
    word = f"{int(generator.bit_generator.random_raw()):x}"
    print(kind, seed, " ".join(map(repr, parameters)), " ".join(map(text, values)), word, sep=",")


def before_zero(steps):
    """A generator whose word after so many others is 0: the two halves of its state are then the same."""
    multiplier, increment = 0x2360ED051FC65DA44385DF649FCCF645, 0x5851F42D4C957F2D14057B7EF767814F
    state = 0x0123456789ABCDEF0123456789ABCDEF
    for _ in range(steps + 1):
        state = (state - increment) * pow(multiplier, -1, 2**128) % 2**128
    bits = np.random.PCG64(0)
    bits.state = {"bit_generator": "PCG64", "state": {"state": state, "inc": increment}, "has_uint32": 0, "uinteger": 0}
    return f"{state:x}:{increment:x}", np.random.Generator(bits)


def main():
    print("kind,seed,parameters,values,next")
    for seed in SEEDS:
        for kind, cases in (CONTINUOUS | COUNTED).items():
            for parameters in cases:
                generator = np.random.default_rng(seed)
                values = getattr(generator, kind)(*parameters, size=24).tolist()
                row(kind, seed, parameters, values, generator)
        generator = np.random.default_rng(seed)
        row("mixed", seed, (), [getattr(generator, kind)(*p) for _ in range(4) for kind, p in MIXED], generator)
        for count, population, replace in CHOICES:
            generator = np.random.default_rng(seed)
            row("choice", seed, (count, population, int(replace)), generator.choice(population, count, replace), generator)
        for count, weights, replace in WEIGHTS:
            generator = np.random.default_rng(seed)
            values = generator.choice(len(weights), count, replace, weights)
            row("weighted", seed, (count, int(replace), *weights), values, generator)
    for steps in (0, 1, 2, 3, 4, 9):
        for kind, cases in (CONTINUOUS | COUNTED).items():
            for parameters in cases:
                name, generator = before_zero(steps)
                values = getattr(generator, kind)(*parameters, size=12).tolist()
                row(kind, name, parameters, values, generator)
    # Long streams, which meet the rare branches too: the sum of the counts, and the next word.
    for kind, cases in COUNTED.items():
        for parameters in cases:
            generator = np.random.default_rng(2026)
            values = getattr(generator, kind)(*parameters, size=20_000)
            row("many " + kind, 2026, parameters, [int(np.sum(values.astype(object)))], generator)
    for kind, cases in CONTINUOUS.items():
        for parameters in cases:
            generator = np.random.default_rng(2026)
            values = getattr(generator, kind)(*parameters, size=20_000)
            row("many " + kind, 2026, parameters, [float(values[-1])], generator)


if __name__ == "__main__":
    main()
