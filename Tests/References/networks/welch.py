"""Prints welch.csv: Welch's t-test by SciPy. Sizes of both samples, their numbers, statistic, degrees of freedom and
two-sided probability, all but the sizes as bits."""

import pathlib
import struct

import numpy as np
from scipy import stats


def bits(value):
    return f"{struct.unpack('<Q', struct.pack('<d', float(value)))[0]:x}"


rng = np.random.default_rng(5)
with open(pathlib.Path(__file__).parent / "welch.csv", "w") as file:
    file.write("first,second,numbers\n")
    for m, n, shift, spread in [(2, 2, 0, 1), (5, 5, 1, 1), (5, 5, 3, 0.1), (3, 10, 0.2, 4), (30, 7, 0.5, 2), (5, 5, 40, 1)]:
        a = rng.standard_normal(m)
        b = shift + spread * rng.standard_normal(n)
        test = stats.ttest_ind(a, b, equal_var=False)
        file.write(",".join([str(m), str(n), *map(bits, [*a, *b, test.statistic, test.df, test.pvalue])]) + "\n")
