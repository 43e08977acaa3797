# Means and spreads of four hidden layers while they learn three spirals, with sigmoid, tanh and softsign.

import matplotlib.pyplot as plt
import numpy as np
import torch
from same import make_spirals, tell, xavier_uniform_
from torch import nn

torch.set_default_dtype(torch.float64)
points, classes = make_spirals(150, arms=3, noise=0.02, seed=1)
x, y = torch.tensor(points), torch.tensor(classes)


def make_net(activation):
    rng = np.random.default_rng(1)
    sizes = [2, 20, 20, 20, 20]
    layers = []
    for inputs, units in zip(sizes, sizes[1:]):
        layers += [nn.Linear(inputs, units), activation()]
    net = nn.Sequential(*layers, nn.Linear(20, 3))
    for layer in net[::2]:
        xavier_uniform_(layer.weight, rng)
        nn.init.zeros_(layer.bias)
    return net


def train(net, epochs):
    rng = np.random.default_rng(1)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.5)
    means, spreads = [], []
    for _ in range(epochs):
        for batch in torch.tensor(rng.permutation(len(x))).split(15):
            optimizer.zero_grad()
            nn.functional.cross_entropy(net(x[batch]), y[batch]).backward()
            optimizer.step()
        means.append([])
        spreads.append([])
        with torch.no_grad():
            a = x
            for layer in net:
                a = layer(a)
                if not isinstance(layer, nn.Linear):
                    means[-1].append(a.mean().item())
                    spreads[-1].append(a.std(correction=0).item())
    return np.array(means), np.array(spreads)


records = {f.__name__: train(make_net(f), 20) for f in [nn.Sigmoid, nn.Tanh, nn.Softsign]}
for name, (means, spreads) in records.items():
    plt.plot(spreads[:, 3], label=name)
plt.xlabel("epoch")
plt.ylabel("std of layer 4")
plt.legend()
plt.show()

# numbers
for k, (means, spreads) in enumerate(records.values()):
    for layer in range(4):
        tell(f"records[{k}].mean[:, {layer}]", means[:, layer])
        tell(f"records[{k}].std[:, {layer}]", spreads[:, layer])
