# Gradient descent, momentum, RMSprop and Adam in a long narrow valley.

import matplotlib.pyplot as plt
import numpy as np
import torch
from same import tell

torch.set_default_dtype(torch.float64)


def valley(x, y):
    return x**2 / 20 + y**2


def descend(make, steps=40):
    place = torch.tensor([-8.0, 1.0], requires_grad=True)
    optimizer = make([place])
    path = [place.detach().clone()]
    for _ in range(steps):
        optimizer.zero_grad()
        valley(*place).backward()
        optimizer.step()
        path.append(place.detach().clone())
    return torch.stack(path).numpy()


paths = {
    "gradient descent": descend(lambda p: torch.optim.SGD(p, lr=0.9)),
    "momentum": descend(lambda p: torch.optim.SGD(p, lr=0.3, momentum=0.7)),
    "RMSprop": descend(lambda p: torch.optim.RMSprop(p, lr=0.3, alpha=0.9, eps=1e-30)),
    "Adam": descend(lambda p: torch.optim.Adam(p, lr=0.5, eps=1e-30)),
}
x, y = np.meshgrid(np.linspace(-9, 5, 100), np.linspace(-2, 2, 100))
plt.contour(x, y, valley(x, y), 20, colors="gray")
for name, path in paths.items():
    plt.plot(*path.T, ".-", label=name)
plt.legend()
plt.show()
reached = [valley(*path[-1]) for path in paths.values()]

# numbers
for k, path in enumerate(paths.values()):
    tell(f"walks[{k}].path[:, 0]", path[:, 0])
    tell(f"walks[{k}].path[:, 1]", path[:, 1])
tell("reached", reached)
