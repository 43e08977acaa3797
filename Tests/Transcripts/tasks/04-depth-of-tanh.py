# The greatest depth at which a net of tanh still learns two circles, from two starts.

import matplotlib.pyplot as plt
import numpy as np
import torch
from same import make_circles, orthogonal_, tell, xavier_uniform_
from torch import nn

torch.set_default_dtype(torch.float64)
points, classes = make_circles(100, factor=0.4, noise=0.05, seed=1)
x, y = torch.tensor(points), torch.tensor(classes[:, None], dtype=torch.float64)


def make_net(start, depth):
    rng = np.random.default_rng(1)
    layers = [nn.Linear(2, 10), nn.Tanh()]
    for _ in range(depth - 1):
        layers += [nn.Linear(10, 10), nn.Tanh()]
    net = nn.Sequential(*layers, nn.Linear(10, 1), nn.Sigmoid())
    for layer in net[::2]:
        start(layer.weight, rng)
        nn.init.zeros_(layer.bias)
    return net


def reached(start, depth):
    net = make_net(start, depth)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.02, momentum=0.9)
    for _ in range(120):
        optimizer.zero_grad()
        nn.functional.binary_cross_entropy(net(x), y).backward()
        optimizer.step()
    return ((net(x) > 0.5) == y).double().mean().item()


depths = np.array([2, 4, 8, 16, 24, 48])
starts = {"xavier_uniform": xavier_uniform_, "orthogonal": orthogonal_}
curves = {name: np.array([reached(start, depth) for depth in depths]) for name, start in starts.items()}
greatest = [depths[a > 0.9].max() for a in curves.values()]
for name, accuracies in curves.items():
    plt.semilogx(depths, accuracies, "o-", label=name)
plt.xlabel("depth")
plt.ylabel("accuracy")
plt.legend()
plt.show()

# numbers
for k, accuracies in enumerate(curves.values()):
    tell(f"curves[{k}]", accuracies)
tell("greatest", greatest)
