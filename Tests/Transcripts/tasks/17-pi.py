# π by darts, with its error.

import numpy as np
from same import tell

darts = np.random.default_rng(1).uniform(-1, 1, (100_000, 2))
inside = np.sum(darts**2, axis=1) <= 1
estimate = 4 * inside.mean()
error = 4 * inside.std(ddof=1) / np.sqrt(len(inside))
print(f"{estimate:.6f} ± {error:.2g}, {(estimate - np.pi) / error:.2f} errors off")

# numbers
tell("estimate", estimate)
tell("error", error)
tell("(estimate - π) / error", (estimate - np.pi) / error)
