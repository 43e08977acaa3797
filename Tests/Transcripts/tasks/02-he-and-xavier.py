# Thirty layers of relu, begun by He's rule and by Glorot's: how signals and gradients spread.

import matplotlib.pyplot as plt
import numpy as np
from same import tell


def flow(variance, layers=30, units=100, points=100, seed=1):
    rng = np.random.default_rng(seed)
    a = rng.normal(0, 1, (points, units))
    kernels, sums = [], []
    for _ in range(layers):
        kernels.append(rng.normal(0, np.sqrt(variance), (units, units)))
        sums.append(a @ kernels[-1])
        a = np.maximum(sums[-1], 0)
    gradients = [rng.normal(0, 1, (points, units))]
    for kernel, z in zip(kernels[:0:-1], sums[-2::-1]):
        gradients.append(gradients[-1] @ kernel.T * (z > 0))
    root_mean_square = lambda m: np.sqrt(np.mean(m**2))
    return [root_mean_square(z) for z in sums], [root_mean_square(g) for g in reversed(gradients)]


rules = {"He": flow(2 / 100), "Glorot": flow(1 / 100)}
figure, (left, right) = plt.subplots(1, 2)
for name, (signals, gradients) in rules.items():
    left.semilogy(signals, label=name)
    right.semilogy(gradients, label=name)
left.set_title("signal")
right.set_title("gradient")
for axes in (left, right):
    axes.set_xlabel("layer")
    axes.legend()
plt.show()

# numbers
for name, (signals, gradients) in rules.items():
    tell(f"{name.lower()}.measured", signals)
    tell(f"{name.lower()}.measured_delta", gradients)
