# How long a step of Adam is beside the weights, layer by layer and epoch by epoch, for three learning rates.

import matplotlib.pyplot as plt
import numpy as np
import torch
from same import make_moons, tell, xavier_uniform_
from torch import nn

torch.set_default_dtype(torch.float64)
points, classes = make_moons(200, noise=0.1, seed=1)
x, y = torch.tensor(points), torch.tensor(classes[:, None], dtype=torch.float64)


def make_net():
    rng = np.random.default_rng(1)
    net = nn.Sequential(nn.Linear(2, 20), nn.Tanh(), nn.Linear(20, 20), nn.Tanh(), nn.Linear(20, 1), nn.Sigmoid())
    for layer in net[::2]:
        xavier_uniform_(layer.weight, rng)
        nn.init.zeros_(layer.bias)
    return net


def train(rate, epochs=20):
    net = make_net()
    optimizer = torch.optim.Adam(net.parameters(), lr=rate, eps=1e-30)
    losses, ratios = [], []
    for _ in range(epochs):
        before = [layer.weight.detach().clone() for layer in net[::2]]
        optimizer.zero_grad()
        loss = nn.functional.binary_cross_entropy(net(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        after = [layer.weight.detach() for layer in net[::2]]
        ratios.append([((a - b).norm() / b.norm()).item() for a, b in zip(after, before)])
    return losses, np.array(ratios)


runs = {rate: train(rate) for rate in (0.0001, 0.01, 0.3)}
for rate, (losses, ratios) in runs.items():
    plt.semilogy(ratios[:, 0], label=f"{rate}")
plt.xlabel("epoch")
plt.ylabel("update / weight, layer 1")
plt.legend(title="learning rate")
plt.show()

# numbers
for k, (losses, ratios) in enumerate(runs.values()):
    tell(f"runs[{k}].loss", losses)
    for layer in range(3):
        tell(f"runs[{k}].change[:, {layer}]", ratios[:, layer])
