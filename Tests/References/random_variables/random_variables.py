"""Probabilities of conditions on random variables, by enumeration and by SciPy, beside the commands that ask for them.

Writes random_variables.tsv: the value of the last of some commands, and those. Discrete variables are enumerated in fractions;
continuous ones are computed from their distribution functions, or by quadrature over one of two.
"""

from fractions import Fraction
from itertools import product

from scipy import integrate, stats

N = stats.norm()
rows = []


def row(commands, value):
    rows.append((commands, repr(float(value))))


def enumerate_(condition, *tables):
    """The probability of a condition on independent variables, each a dictionary of values and probabilities."""
    total = Fraction(0)
    for point in product(*(t.items() for t in tables)):
        if condition(*(value for value, _ in point)):
            mass = Fraction(1)
            for _, p in point:
                mass *= p
            total += mass
    return total


def bernoulli(p):
    return {0: 1 - Fraction(p), 1: Fraction(p)}


def binomial(n, p):
    from math import comb

    p = Fraction(p)
    return {k: comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)}


half, tenth4 = Fraction(1, 2), Fraction(4, 10)
die = {k: Fraction(1, 6) for k in range(6)}
D = "categorical([1/6, 1/6, 1/6, 1/6, 1/6, 1/6])"

# Two coins, equal or not, by name and without.
coins = "A = bernoulli(0.5); B = bernoulli(0.5); "
row(coins + "P(A == 1 and B == 1)", enumerate_(lambda a, b: a == 1 and b == 1, bernoulli(half), bernoulli(half)))
row(coins + "P(A == 1 or B == 1)", enumerate_(lambda a, b: a == 1 or b == 1, bernoulli(half), bernoulli(half)))
row(coins + "P(A == B)", enumerate_(lambda a, b: a == b, bernoulli(half), bernoulli(half)))
row(coins + "P(A + B == 1)", enumerate_(lambda a, b: a + b == 1, bernoulli(half), bernoulli(half)))
row(coins + "P(A == 1 and A + B == 1)", enumerate_(lambda a, b: a == 1 and a + b == 1, bernoulli(half), bernoulli(half)))
row(coins + "P(not (A == 1 and B == 1))", Fraction(3, 4))
row(coins + "P(A == 1 and A == 1)", half)
row(coins + "P(A == 1 and A == 0)", 0)
row("A = bernoulli(0.5); B = bernoulli(0.4); P(A == 1 and B == 1)", enumerate_(lambda a, b: a * b == 1, bernoulli(half), bernoulli(tenth4)))
row("A = bernoulli(0.5); B = A; P(A == 1 and B == 1)", half)
row("A = bernoulli(0.5); B = copy(A); P(A == 1 and B == 1)", Fraction(1, 4))
row("P(bernoulli(0.5) == 1 and bernoulli(0.5) == 1)", Fraction(1, 4))
row("f(p) = bernoulli(p); A = f(0.5); B = f(0.5); P(A == 1 and B == 1)", Fraction(1, 4))
row("v = [bernoulli(0.5) for i in 1..3]; P(v[0] == 1 and v[1] == 1 and v[2] == 1)", Fraction(1, 8))
row("A = bernoulli(0.5); v = [A, A]; P(v[0] == 1 and v[1] == 1)", half)
row("g(X) = X - X; A = bernoulli(0.5); P(g(A) == 0)", 1)
row("h(X) = P(X > 0 and X < 2); h(bernoulli(0.25))", Fraction(1, 4))

# Dice.
dice = f"A = {D}; B = {D}; "
for text, condition in [
    ("A + B == 7", lambda a, b: a + b == 7),
    ("A + B == 7 and A == 3", lambda a, b: a + b == 7 and a == 3),
    ("A > B", lambda a, b: a > b),
    ("A > B and A + B > 5", lambda a, b: a > b and a + b > 5),
    ("A - B == 1 or A + B == 3", lambda a, b: a - b == 1 or a + b == 3),
    ("|A - B| ≤ 1", lambda a, b: abs(a - b) <= 1),
    ("|A - B| < B", lambda a, b: abs(a - b) < b),
    ("2 × A - B == 4", lambda a, b: 2 * a - b == 4),
    ("0.1 × A + 0.2 × B == 0.3 and A < 3", lambda a, b: a + 2 * b == 3 and a < 3),
    ("A > 1 and not (B > 1 and A > 3)", lambda a, b: a > 1 and not (b > 1 and a > 3)),
]:
    row(dice + f"P({text})", enumerate_(condition, die, die))
three = dice + f"C = {D}; "
for text, condition in [
    ("A > B > C", lambda a, b, c: a > b > c),
    ("A + B + C == 7", lambda a, b, c: a + b + c == 7),
    ("A == B and B == C", lambda a, b, c: a == b == c),
    ("A == B or B == C or A == C", lambda a, b, c: a == b or b == c or a == c),
    ("A > 2 and B > 2 and C > 2", lambda a, b, c: min(a, b, c) > 2),
    ("A + B > 6 and C == 0", lambda a, b, c: a + b > 6 and c == 0),
]:
    row(three + f"P({text})", enumerate_(condition, die, die, die))
row(
    "A = binomial(20, 0.3); B = binomial(30, 0.6); P(A + B > 25 and A > 6)",
    enumerate_(lambda a, b: a + b > 25 and a > 6, binomial(20, Fraction(0.3)), binomial(30, Fraction(0.6))),
)

# Normal and uniform variables.
names = "X = normal(0, 1); Y = normal(0, 1); "
row("X = uniform(0, 1); Y = uniform(0, 1); P(X > 0.5 and Y > 0.5)", 0.25)
row("X = uniform(0, 1); Y = uniform(0, 1); P(X > 0.5 and X > 0.25)", 0.5)
row("X = uniform(0, 1); Y = uniform(0, 1); P(X + Y > 1.5)", 0.125)
row(names + "P(X > 0 or Y > 0)", 0.75)
row(names + "P(X > 1 and Y < 2)", N.sf(1) * N.cdf(2))
row(names + "P(X > Y)", 0.5)
row(names + "P(X - Y > 1)", stats.norm(0, 2**0.5).sf(1))
row(names + "P(X + Y > 1 and X + Y < 2)", stats.norm(0, 2**0.5).cdf(2) - stats.norm(0, 2**0.5).cdf(1))
row(names + "P(X > Y and Y > X)", 0)
row(names + "P(X > Y or Y > X)", 1)
row(names + "P(X - Y > 1 and 2 × X - 2 × Y < 5)", stats.norm(0, 2**0.5).cdf(2.5) - stats.norm(0, 2**0.5).cdf(1))
row(names + "P(X > 30 and Y > 30)", N.sf(30) ** 2)
row(names + "P(X > 30 or Y > 30)", 2 * N.sf(30))
row(names + "P((X > 0 or Y > 0) and X < 1)", N.cdf(1) - N.cdf(0) + N.cdf(0) * N.sf(0))
row(names + "P(X > 0 and Y > 0 or X < -1)", N.sf(0) ** 2 + N.cdf(-1))
row(names + "P(not (X > 0 and Y > 0))", 0.75)
row(names + "P(|X - Y| < 1)", 1 - 2 * stats.norm(0, 2**0.5).sf(1))
row("X = normal(0, 1); P(X + 1 > X)", 1)
row("X = normal(0, 1); P(X == X)", 1)
row("X = normal(0, 1); P(X > X)", 0)
row("X = normal(0, 1); P(X - X == 0)", 1)
row("X = normal(0, 1); P(2 × X > X)", 0.5)
row("X = normal(0, 1); P(2 × X + 1 > X)", N.sf(-1))
row("X = normal(0, 1); P(X > 0 and -X > 0)", 0)
row("X = normal(0, 1); P(|X| > 1 or X > 0)", N.cdf(-1) + N.sf(0))
row("X = normal(0, 1); P(|X| > X)", 0.5)
row("X = normal(0, 1); P(|X| ≥ X)", 1)
row("X = normal(0, 1); P(|X| == X)", 0.5)
row("X = normal(0, 1); P(|X| < |X + 1|)", N.sf(-0.5))
row("X = normal(0, 1); var(X + X)", 4)
row("X = normal(0, 1); var(X - X)", 0)
row("X = normal(0, 1); var(sum(X, 2))", 2)
row("X = normal(0, 1); var(X + copy(X))", 2)
row("X = normal(0, 1); S = sum(X, 2); var(S + X)", 3)
row("X = normal(0, 1); Y = normal(1, 2); var(X + Y - X)", 4)
row("X = normal(0, 1); Y = normal(1, 2); mean(2 × X + Y - 3 × Y)", -2)
row("X = normal(0, 1); Y = normal(1, 2); var(2 × X + Y - 3 × Y)", 20)
row("X = exponential(1); Y = exponential(2); P(X < Y)", 1 / 3)
row("X = exponential(1); Y = exponential(2); P(X > 1 and Y > 1)", stats.expon.sf(1) * stats.expon(scale=0.5).sf(1))
row("X = exponential(1); Y = exponential(1); Z = exponential(1); P(X > 1 and Y > 1 and Z > 1)", stats.expon.sf(1) ** 3)
row("X = uniform(0, 1); Y = uniform(0, 1); Z = uniform(0, 1); P(X > Y and Z < 0.25)", 0.125)
row("M = mixture([normal(-1, 1), normal(1, 1)], [0.5, 0.5]); P(M > 0 and M < 1)", 0.5 * (N.cdf(2) - N.cdf(1)) + 0.5 * (N.cdf(0) - N.cdf(-1)))
row("A = normal(0, 1); M = mixture([A, A], [0.5, 0.5]); P(A > 0 and M > 0)", 0.25)
row(
    "X = uniform(-1, 1); Y = gamma(2, 3); P(X + Y > 1)",
    integrate.quad(lambda x: 0.5 * stats.gamma(2, scale=1 / 3).sf(1 - x), -1, 1, epsabs=1e-14)[0],
)
row("w = he_normal(fan_in=2, fan_out=3); P(w > 0 and w > -1)", 0.5)
row("v = he_normal(fan_in=2, fan_out=3); w = he_normal(fan_in=2, fan_out=3); P(v > 0 and w > 0)", 0.25)
row("P(normal(0, 1) > 0 and 1 < 2)", 0.5)

# What has no closed form is estimated: the value, and the commands that are refused with a line that estimates it.
refused = []
for commands, value in [
    (names + "P(X > 0 and X > Y)", 3 / 8),
    (names + "Z = normal(0, 1); P(X > Y > Z)", 1 / 6),
    (names + "P(|X| < Y)", 1 / 4),
    (names + "P(|X| > |Y|)", 1 / 2),
    (names + "P(X > 0 and not (X + Y > 0 and Y < 0))", 3 / 8),
    ("X = uniform(0, 1); Y = uniform(0, 1); P(X + Y > 1 and X > 0.5)", 3 / 8),
    ("X = uniform(0, 1); Y = uniform(0, 1); P(X > Y and X + Y < 1)", 1 / 4),
    ("X = uniform(0, 1); Y = uniform(0, 1); P((X > Y or Y > 0.5) and X < 0.5)", 3 / 8),
    ("P(sum(lognormal(0, 1), 9) < 0)", 0),
    ("P(sum(lognormal(0, 2), 3) > 2 × sum(lognormal(0, 2), 3))", None),
]:
    refused.append((commands, "nan" if value is None else repr(float(value))))

for name, pairs in (("random_variables.tsv", rows), ("estimates.tsv", refused)):
    with open(name, "w") as file:
        file.write("value\tcommands\n")
        for commands, value in pairs:
            file.write(f"{value}\t{commands}\n")
