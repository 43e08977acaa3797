# Densities side by side; a normal and a heavy-tailed distribution fitted to the same draws, and tested.

import matplotlib.pyplot as plt
import numpy as np
from same import tell
from scipy import stats

x = np.linspace(-5, 5, 201)
for name, distribution in {"normal": stats.norm(), "laplace": stats.laplace(), "t": stats.t(3)}.items():
    plt.plot(x, distribution.pdf(x), label=name)
plt.legend()
plt.show()

draws = np.random.default_rng(1).gamma(3, 1 / 2, 500)
mean, stddev = stats.norm.fit(draws)
shape, _, scale = stats.gamma.fit(draws, floc=0)
errors = stddev / np.sqrt(500), stddev / np.sqrt(1000)
of_normal = stats.kstest(draws, stats.norm(mean, stddev).cdf)
of_gamma = stats.kstest(draws, stats.gamma(shape, scale=scale).cdf)
likelihoods = stats.norm(mean, stddev).logpdf(draws).sum(), stats.gamma(shape, scale=scale).logpdf(draws).sum()
print(mean, stddev, errors, shape, 1 / scale, of_normal.pvalue, of_gamma.pvalue, likelihoods)

# numbers
tell("bell.estimate", [mean, stddev])
tell("bell.standard_error", errors)
tell("skewed.estimate", [shape, 1 / scale], 1e-6, "SciPy looks for the root to 8 digits")
tell("ks_test(draws, bell.distribution).distance", of_normal.statistic)
tell("ks_test(draws, bell.distribution).p", of_normal.pvalue)
tell("ks_test(draws, skewed.distribution).p", of_gamma.pvalue, 1e-6, "SciPy looks for the root to 8 digits")
tell("[bell.log_likelihood, skewed.log_likelihood]", likelihoods)
