# Batch normalization before and after the activation, and none, in ten layers of sigmoid.

import matplotlib.pyplot as plt
import numpy as np
import torch
from same import make_moons, tell, xavier_uniform_
from torch import nn

torch.set_default_dtype(torch.float64)
points, classes = make_moons(200, noise=0.1, seed=1)
x, y = torch.tensor(points), torch.tensor(classes[:, None], dtype=torch.float64)


def norm():
    return nn.BatchNorm1d(10, eps=0.001, momentum=0.1)


def make_net(block):
    rng = np.random.default_rng(1)
    layers = []
    for inputs in [2] + 9 * [10]:
        layers += block(nn.Linear(inputs, 10))
    net = nn.Sequential(*layers, nn.Linear(10, 1), nn.Sigmoid())
    for layer in net:
        if isinstance(layer, nn.Linear):
            xavier_uniform_(layer.weight, rng)
            nn.init.zeros_(layer.bias)
    return net


def train(net, epochs=12):
    rng = np.random.default_rng(1)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    losses = []
    for _ in range(epochs):
        total = 0
        for batch in torch.tensor(rng.permutation(len(x))).split(50):
            optimizer.zero_grad()
            loss = nn.functional.binary_cross_entropy(net(x[batch]), y[batch])
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch) / len(x)
        losses.append(total)
    return losses


nets = {
    "none": lambda dense: [dense, nn.Sigmoid()],
    "after": lambda dense: [dense, nn.Sigmoid(), norm()],
    "before": lambda dense: [dense, norm(), nn.Sigmoid()],
}
histories = {name: train(make_net(block)) for name, block in nets.items()}
for name, losses in histories.items():
    plt.plot(losses, label=name)
plt.xlabel("epoch")
plt.ylabel("loss")
plt.legend()
plt.show()

# numbers
for k, losses in enumerate(histories.values()):
    tell(f"histories[{k}].loss", losses)
