# Means of 30 exponential draws: how near to normal they are.

import matplotlib.pyplot as plt
import numpy as np
from same import tell
from scipy import stats

n = 30
draws = np.random.default_rng(1).exponential(1, (2000, n))
z = (draws.mean(axis=1) - 1) * np.sqrt(n)
test = stats.kstest(z, stats.norm.cdf)
places = np.linspace(-4, 4, 8001)
distance = np.abs(stats.gamma(n).cdf(n + np.sqrt(n) * places) - stats.norm.cdf(places)).max()
print(z.mean(), z.std(), stats.skew(z), test.statistic, test.pvalue, distance)
plt.hist(z, bins="auto", density=True)
plt.plot(places, stats.norm.pdf(places))
plt.show()

# numbers
tell("mean(z)", z.mean(), 1e-8, "nearly 0")
tell("std(z)", z.std())
tell("skewness(z)", stats.skew(z))
tell("test.distance", test.statistic)
tell("test.p", test.pvalue, 1e-6, "help ks_test promises 7 digits after the point")
tell("limit.distance", distance, 1e-5, "8001 places only")
