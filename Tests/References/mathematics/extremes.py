"""Writes extremes.tsv: statistics and linear algebra of numbers that are equal, that have a large common part, and that are
near the ends of the range of doubles, where NumPy and SciPy themselves overflow or lose digits.

The results are computed with fractions, roots with 60 digits; p-values are SciPy's, of t and df that are exact; singular
values are NumPy's, of the matrix times a power of two. Columns, separated by tabs: the expression in gradus, the results as
the bits of doubles in hexadecimal. Run: python extremes.py > extremes.tsv
"""

import struct
from decimal import Decimal, getcontext
from fractions import Fraction

import numpy as np
from scipy import stats

getcontext().prec = 60
getcontext().Emax, getcontext().Emin = 10**6, -(10**6)
INFINITY = float("inf")

EQUAL = [[0.1] * 3, [0.1] * 7, [1 / 3] * 10, [1e16 + 2] * 5, [1e308] * 3, [1.7e308] * 9, [3e-308] * 4, [-0.7] * 11]
VARYING = [
    [0.1, 0.1, 0.1, 0.2], [1e16, 1e16 + 2, 1e16 + 4], [1e16, 1e16, 1e16 + 2], [1e9 + 0.1, 1e9 + 0.2, 1e9 + 0.4],
    [1e308, -1e308, 1e307], [1.7e308, 1.7e308, -1.7e308], [1e308, 1.5e308, 3e307], [1e200, 2e200, 4e200],
    [1e-200, 2e-200, 5e-200], [1e-307, 3e-307, 2.5e-307], [1e-160, 0.0, 2e-160], [1e308, 1.0, -1e308, 3.0],
    [1e16, 1.0, -1e16], [1e160, -3e160, 0.0, 1e-160],
]
PAIRS = [
    ([1e16, 1e16 + 2, 1e16 + 4], [1e16 + 4, 1e16 + 4, 1e16 + 8]),
    ([1e308, 1.1e308, 1.3e308], [1.2e308, 1.5e308, 1.4e308]),
    ([1e-200, 2e-200, 5e-200], [4e-200, 7e-200, 6e-200]),
    ([1e200, 1e200, 1e200], [1e200, 2e200, 3e200]),
    ([0.1, 0.1, 0.1], [0.1, 0.2, 0.4]),
    ([1.0, 2.0, 4.0], [1.0, 2.0, 4.0]),
]
BIG, SMALL = 2.0**1020, 2.0**-1020
MATRICES = [
    [[1e308, 0.0], [0.0, 1e308]], [[1e308, 5e307], [2e307, 1e308]], [[1e-308, 0.0], [0.0, 3e-308]],
    [[1e-308, 3e-308], [4e-308, 2e-308]], [[1e300, 2e300], [3e300, 5e300]], [[2.0, 1.0], [1.0, 3.0]],
]


def rounded(x):
    """The nearest double of a fraction or decimal."""
    try:
        return float(x)
    except OverflowError:
        return INFINITY if x > 0 else -INFINITY


def root(x):
    return (Decimal(x.numerator) / Decimal(x.denominator)).sqrt()


def written(x):
    if isinstance(x, list):
        return "[" + ", ".join(written(e) for e in x) + "]"
    return repr(x).replace("e+", "e")


def bits(values):
    flat = values if isinstance(values, list) else [values]
    return " ".join(format(struct.unpack("<Q", struct.pack("<d", x))[0], "016x") for x in flat)


def line(expression, values):
    print(f"{expression}\t{bits(values)}")


def moments(x):
    x = [Fraction(e) for e in x]
    mean = sum(x) / len(x)
    return mean, [sum((e - mean) ** k for e in x) / len(x) for k in (2, 3, 4)]


def statistics(x):
    text, n = written(x), len(x)
    mean, (second, third, fourth) = moments(x)
    line(f"sum({text})", rounded(sum(Fraction(e) for e in x)))
    line(f"mean({text})", rounded(mean))
    line(f"var({text})", rounded(second))
    line(f"std({text})", rounded(root(second)))
    line(f"std({text}, ddof=1)", rounded(root(second * n / (n - 1))))
    line(f"standard_error({text})", rounded(root(second / (n - 1))))
    line(f"norm({text})", rounded(root(sum(Fraction(e) ** 2 for e in x))))
    if second > 0:
        line(f"skewness({text})", rounded(Decimal(third.numerator) / Decimal(third.denominator) / root(second) ** 3))
        line(f"kurtosis({text})", rounded(fourth / second**2 - 3))


def welch(a, b):
    (meanA, (varA, *_)), (meanB, (varB, *_)) = moments(a), moments(b)
    errorA, errorB = varA / (len(a) - 1), varB / (len(b) - 1)
    error, difference = errorA + errorB, meanA - meanB
    df = error**2 / (errorA**2 / (len(a) - 1) + errorB**2 / (len(b) - 1))
    t = Decimal(difference.numerator) / Decimal(difference.denominator) / root(error)
    call = f"t_test({written(a)}, {written(b)})"
    line(f"{call}.t", rounded(t))
    line(f"{call}.df", rounded(df))
    line(f"{call}.p", 2 * stats.t.sf(abs(rounded(t)), rounded(df)))
    line(f"{call}.difference", rounded(difference))
    line(f"{call}.standard_error", rounded(root(error)))


def together(a, b):
    (meanA, (varA, *_)), (meanB, (varB, *_)) = moments(a), moments(b)
    product = sum((Fraction(x) - meanA) * (Fraction(y) - meanB) for x, y in zip(a, b)) / len(a)
    line(f"cov({written(a)}, {written(b)})", rounded(product))
    if varA * varB > 0:
        line(f"correlation({written(a)}, {written(b)})", rounded(Decimal(product.numerator) / Decimal(product.denominator) / root(varA * varB)))


def exact_inverse(m):
    (a, b), (c, d) = [[Fraction(e) for e in row] for row in m]
    det = a * d - b * c
    return det, [[d / det, -b / det], [-c / det, a / det]]


def algebra(m):
    text = written(m)
    det, inverse = exact_inverse(m)
    line(f"determinant({text})", rounded(det))
    line(f"inverse({text})", [rounded(e) for row in inverse for e in row])
    b = [m[0][0], m[1][1] / 2]
    solution = [rounded(sum(e * Fraction(y) for e, y in zip(row, b))) for row in inverse]
    line(f"solve({text}, {written(b)})", solution)
    line(f"least_squares({text}, {written(b)})", solution)
    scale = 2.0 ** -np.floor(np.log2(np.abs(m).max()))
    unit = np.array(m) * min(scale, BIG)
    values = np.linalg.svd(unit, compute_uv=False)
    line(f"singular_values({text})", [float(x / min(scale, BIG)) for x in values])
    line(f"spectral_norm({text})", float(values[0] / min(scale, BIG)))
    line(f"condition_number({text})", float(values[0] / values[-1]))
    line(f"rank({text})", float(np.linalg.matrix_rank(unit)))
    line(f"norm({text})", rounded(root(sum(Fraction(e) ** 2 for row in m for e in row))))
    line(f"trace({text})", rounded(Fraction(m[0][0]) + Fraction(m[1][1])))


def main():
    print("expression\tresults")
    for x in EQUAL + VARYING:
        statistics(x)
    for a, b in PAIRS:
        welch(a, b)
        together(a, b)
    for m in MATRICES:
        algebra(m)
    # Rows or columns of very different sizes; right sides as large as the matrix.
    line("determinant([[1e308, 1e-308], [1e308, 2e-308]])", rounded(exact_inverse([[1e308, 1e-308], [1e308, 2e-308]])[0]))
    line("solve([[1e308, 1e-308], [1e308, 2e-308]], [1e308, 1e308])", [1.0, 0.0])
    line("least_squares([[1], [1]], [1.7e308, 1.7e308])", 1.7e308)
    line("least_squares([[1.7e308], [1.7e308]], [1.7e308, 1.7e308])", 1.0)
    line("least_squares([[1e308, 1e-308], [1e308, 2e-308], [1e308, 3e-308]], [1, 2, 3])", [0.0, float(Fraction(1) / Fraction(1e-308))])
    line("sum([1e308, 1e308, -1e308])", 1e308)
    line("mean([1e308, 1e308, -1e308, -1e308])", 0.0)
    # NumPy's median; between -1e308 and 1.5e308 by hand.
    line("median([1, 2, ∞])", float(np.median([1, 2, INFINITY])))
    low, high = Fraction(-1e308), Fraction(1.5e308)
    line("quantile([-1e308, 1.5e308], 0.25)", rounded(low + (high - low) / 4))
    line("gradient(norm, [3e200, 4e200])", [0.6, 0.8])
    line("gradient(norm, [3e-200, 4e-200])", [0.6, 0.8])
    # Half of them go down and half up: the slope is that of |x - 2e200| / 2.
    line("f(x) = std([x, 2e200]); f′(1e200)", -0.5)
    line("f(x) = std([x, 2e-200]); f′(1e-200)", -0.5)
    line("f(x) = std([x, 0.1, 0.1]); f′(0.1)", 0.0)
    line("f(y) = atan2(y, 3e200); f′(4e200)", 0.12e-200)
    line("f(x) = determinant([[x, 0, 0], [0, 1e300, 0], [0, 0, 1e-300]]); f′(1e300)", 1.0)
    line("r_squared([1e200, 2e200, 3e200], [1e200, 2e200, 2e200])", 0.5)
    line("r_squared([1e-200, 2e-200, 3e-200], [1e-200, 2e-200, 2e-200])", 0.5)
    line("var([1, 2, 3], ddof=5)", INFINITY)
    line("linspace(-1e308, 1e308, 3)", [-1e308, 0.0, 1e308])
    line("linspace(-1.5e308, 1.5e308, 4)", [-1.5e308, rounded(Fraction(-1.5e308) / 3), rounded(Fraction(1.5e308) / 3), 1.5e308])
    line("prod([1e200, 1e200, 1e-200, 1e-200])", 1.0)
    line("prod([1e-200, 1e-200, 1e200, 1e250])", 1e50)
    line("chi_square_test([1, 2, 3], [1e308, 1e308, 1e308]).chi_square", 1.0)
    # Standard deviations whose squares are no numbers: SciPy's of the scale 1, times the scale.
    for call, deviation in [
        ("normal(0, 1e200)", 1e200), ("exponential(1e200)", 1e-200), ("laplace(0, 1e200)", stats.laplace.std() * 1e200),
        ("logistic(0, 1e-200)", stats.logistic.std() * 1e-200), ("gumbel(0, 1e200)", stats.gumbel_r.std() * 1e200),
        ("uniform(0, 1e200)", stats.uniform.std() * 1e200), ("gamma(2, 1e-200)", stats.gamma.std(2) * 1e200),
        ("3 × laplace(0, 1e200) + 1", 3 * stats.laplace.std() * 1e200),
    ]:
        line(f"std({call})", float(deviation))


main()
