"""Prints spread.csv: means and spreads of the columns of matrices, by NumPy and SciPy.

Columns: rows, columns, the matrix row after row (separated by spaces), then mean, std, sem, min and max of each column. Numbers
are bits of doubles.
"""

import struct

import numpy as np
from scipy import stats

rng = np.random.default_rng(11)


def bits(numbers):
    return " ".join(struct.pack(">d", x).hex() for x in np.ravel(numbers))


print("rows,columns,matrix,mean,std,sem,min,max")
for rows, columns, scale in [(2, 1, 1), (3, 4, 1), (5, 7, 1e-6), (20, 3, 1e9), (100, 2, 1), (7, 5, 1e-300)]:
    m = rng.normal(loc=scale, scale=scale, size=(rows, columns))
    # Squares of the smallest numbers are none; times a power of two they are, and the results as much smaller.
    unit = 2.0**900 if scale < 1e-200 else 1.0
    scaled = m * unit
    spreads = [m.mean(axis=0), scaled.std(axis=0) / unit, stats.sem(scaled, axis=0) / unit, m.min(axis=0), m.max(axis=0)]
    print(rows, columns, bits(m), *map(bits, spreads), sep=",")
