# Order and chaos of deep nets of tanh over the plane of weight and bias variances (Poole et al. 2016).

import matplotlib.pyplot as plt
import numpy as np
from same import tell

nodes = np.linspace(-10, 10, 4001)
shares = np.exp(-(nodes**2) / 2)
shares /= shares.sum()


def expectation(f, variance):
    # Of f(z) for z normal with mean 0.
    return shares @ f(np.sqrt(variance) * nodes)


def fixed_point(weight, bias, steps=40):
    # The variance of z far up in the net.
    q = 1.0
    for _ in range(steps):
        q = weight**2 * expectation(lambda z: np.tanh(z) ** 2, q) + bias**2
    return q


def chi(weight, bias):
    # By how much a gradient's mean square grows in a layer: below 1 it vanishes, above 1 it explodes.
    slope = lambda z: 1 / np.cosh(z) ** 2
    return weight**2 * expectation(lambda z: slope(z) ** 2, fixed_point(weight, bias))


weights, biases = np.linspace(0.5, 3, 6), np.linspace(0, 1, 5)
plane = np.array([[chi(w, b) for w in weights] for b in biases])
image = plt.pcolormesh(weights, biases, plane)
plt.colorbar(image, label="growth of the gradient's mean square")
plt.contour(weights, biases, plane, [1.0])
plt.xlabel("weight deviation")
plt.ylabel("bias deviation")
plt.show()
chaotic = plane > 1

# numbers
for k, row in enumerate(plane):
    tell(f"plane[{k}]", row)
    tell(f"(plane > 1)[{k}]", chaotic[k])
tell("settled(3, 0.5)", fixed_point(3, 0.5))
