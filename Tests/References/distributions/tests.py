"""Writes tests.csv: what SciPy's t-tests and chi-square tests make of numbers.

Columns: the test, its first numbers, its second numbers (of a one-sample test the mean, of a table its number of columns),
the statistic, the degrees of freedom, p, the ends of the 95% confidence interval (empty of chi-square).
Run: python tests.py > tests.csv
"""

import numpy as np
from scipy import stats

rng = np.random.default_rng(31)
text = lambda numbers: " ".join(repr(float(number)) for number in np.ravel(numbers))


def row(test, first, second, result, interval=None):
    ends = [repr(float(end)) for end in interval] if interval else ["", ""]
    df = result.df if hasattr(result, "df") else result.dof if hasattr(result, "dof") else len(first) - 1
    print(test, text(first), text(second), repr(float(result.statistic)), repr(float(df)),
          repr(float(result.pvalue)), *ends, sep=",")


print("test,first,second,statistic,df,p,low,high")
for a, b in [
    (rng.normal(0, 1, 20), rng.normal(0.5, 2, 15)), (rng.normal(5, 1e-3, 8), rng.normal(5.01, 1e-3, 9)),
    (rng.exponential(1, 200), rng.exponential(1.1, 150)), (rng.normal(0, 1, 2), rng.normal(0, 5, 2)),
    (rng.normal(0, 1, 40), rng.normal(20, 1, 40)),
]:
    result = stats.ttest_ind(a, b, equal_var=False)
    row("welch", a, b, result, result.confidence_interval(0.95))
for a, mean in [(rng.normal(1, 2, 12), 0.0), (rng.normal(1, 2, 12), 2.0), (rng.normal(0, 1, 300), 0.0), (rng.normal(3, 1, 2), 1.0)]:
    result = stats.ttest_1samp(a, mean)
    low, high = result.confidence_interval(0.95)
    row("one", a, [mean], result, (low - mean, high - mean))
for n in [5, 30]:
    a = rng.normal(0, 1, n)
    b = a + rng.normal(0.2, 0.5, n)
    result = stats.ttest_rel(a, b)
    row("paired", a, b, result, result.confidence_interval(0.95))
for counts, expected in [([18, 22, 19, 25, 17, 19], [20] * 6), ([30, 14, 6], [25, 15, 10]), ([400, 1], [200.5, 200.5])]:
    row("counts", counts, expected, stats.chisquare(counts, expected))
for table in [[[10, 20], [30, 5]], [[12, 7, 9], [3, 15, 8]], [[5, 5], [5, 5], [5, 6]]]:
    row("table", table, [len(table[0])], stats.chi2_contingency(table, correction=False))
