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
    spreads = [m.mean(axis=0), m.std(axis=0), stats.sem(m, axis=0), m.min(axis=0), m.max(axis=0)]
    print(rows, columns, bits(m), *map(bits, spreads), sep=",")
