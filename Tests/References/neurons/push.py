"""Prints push.csv: mean and variance of an activation of a random number, by mpmath's quadrature to 30 digits.

Columns, separated by semicolons: distribution, activation (both in gradus), mean, variance, as bits of doubles. Discrete laws
are summed.
"""

import struct

import mpmath as mp

mp.mp.dps = 30
ACTIVATIONS = {
    "relu": lambda x: max(x, mp.mpf(0)), "tanh": mp.tanh, "sigmoid": lambda x: 1 / (1 + mp.exp(-x)), "linear": lambda x: x,
}


def normal(mean, stddev):
    return lambda x: mp.npdf(x, mean, stddev), [mean - 40 * stddev, mean - 6 * stddev, mean, mean + 6 * stddev, mean + 40 * stddev]


def uniform(low, high):
    return lambda x: mp.mpf(1) / (high - low), [low, high]


def exponential(rate):
    return lambda x: rate * mp.exp(-rate * x), [0, 1, 5, 20, 200]


LAWS = {
    "normal(0, 1)": normal(0, 1), "normal(0, 15.75)": normal(0, mp.mpf("15.75")), "normal(-2, 0.5)": normal(-2, mp.mpf("0.5")),
    "uniform(-1, 1)": uniform(-1, 1), "uniform(-3, 5)": uniform(-3, 5), "exponential(2)": exponential(2),
}
DISCRETE = {
    "bernoulli(0.25)": {0: mp.mpf("0.75"), 1: mp.mpf("0.25")},
    "binomial(6, 0.5)": {k: mp.binomial(6, k) / 64 for k in range(7)},
    "poisson(3)": {k: mp.exp(-3) * mp.mpf(3) ** k / mp.factorial(k) for k in range(80)},
}


def bits(x):
    return f"{struct.unpack('<Q', struct.pack('<d', float(x)))[0]:x}"


def mean(law, function):
    if isinstance(law, dict):
        return sum(p * function(mp.mpf(x)) for x, p in law.items())
    density, cuts = law
    cuts = sorted(set(mp.mpf(c) for c in cuts) | ({mp.mpf(0)} if cuts[0] < 0 < cuts[-1] else set()))
    return sum(mp.quad(lambda x: density(x) * function(x), [a, b]) for a, b in zip(cuts, cuts[1:]))


print("distribution;activation;mean;variance")
for name, law in {**LAWS, **DISCRETE}.items():
    for activation, function in ACTIVATIONS.items():
        m = mean(law, function)
        v = mean(law, lambda x: (function(x) - m) ** 2)
        print(name, activation, bits(m), bits(v), sep=";")
