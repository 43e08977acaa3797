# A noisy sine, fitted by a small net; how sure of it one may be, by the bootstrap.

import matplotlib.pyplot as plt
import numpy as np
import torch
from same import tell, xavier_uniform_
from torch import nn

torch.set_default_dtype(torch.float64)
x = np.linspace(-np.pi, np.pi, 40)
y = np.sin(x) + np.random.default_rng(1).normal(0, 0.2, 40)
grid = np.linspace(-np.pi, np.pi, 33)


def fitted(seed, epochs=200):
    # A curve that is fitted to as many points, drawn again.
    drawn = np.random.default_rng(seed).choice(len(x), len(x))
    rng = np.random.default_rng(seed)
    net = nn.Sequential(nn.Linear(1, 8), nn.Tanh(), nn.Linear(8, 1))
    for layer in net[::2]:
        xavier_uniform_(layer.weight, rng)
        nn.init.zeros_(layer.bias)
    inputs, wanted = torch.tensor(x[drawn, None]), torch.tensor(y[drawn, None])
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
    for _ in range(epochs):
        optimizer.zero_grad()
        nn.functional.mse_loss(net(inputs), wanted).backward()
        optimizer.step()
    with torch.no_grad():
        return net(torch.tensor(grid[:, None])).numpy()[:, 0]


curves = np.array([fitted(seed) for seed in range(1, 13)])
mean, error = curves.mean(axis=0), curves.std(axis=0, ddof=1)
plt.plot(x, y, "o")
plt.plot(grid, mean)
plt.fill_between(grid, mean - 2 * error, mean + 2 * error, alpha=0.3)
plt.show()

# numbers
tell("middle", mean)
tell("error", error)
