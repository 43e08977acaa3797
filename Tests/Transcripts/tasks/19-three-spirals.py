# Softmax and three spirals: loss, accuracy of points kept aside, and the regions.

import matplotlib.pyplot as plt
import numpy as np
import torch
from same import make_spirals, split, tell, xavier_uniform_
from torch import nn

torch.set_default_dtype(torch.float64)
points, classes = make_spirals(240, arms=3, turns=0.75, noise=0.02, seed=1)
parts = split(points, classes, test=0.25, seed=1)
x, kept_x, y, kept_y = (torch.tensor(part) for part in parts)
rng = np.random.default_rng(1)
net = nn.Sequential(nn.Linear(2, 24), nn.Tanh(), nn.Linear(24, 24), nn.Tanh(), nn.Linear(24, 3))
for layer in net[::2]:
    xavier_uniform_(layer.weight, rng)
    nn.init.zeros_(layer.bias)
optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
rng = np.random.default_rng(1)
losses = []
for _ in range(60):
    total = 0
    for batch in torch.tensor(rng.permutation(len(x))).split(30):
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(net(x[batch]), y[batch])
        loss.backward()
        optimizer.step()
        total += loss.item() * len(batch) / len(x)
    losses.append(total)
with torch.no_grad():
    kept_loss = nn.functional.cross_entropy(net(kept_x), kept_y).item()
    accuracy = (net(kept_x).argmax(1) == kept_y).double().mean().item()
    a, b = np.meshgrid(np.linspace(-1.1, 1.1, 100), np.linspace(-1.1, 1.1, 100))
    regions = net(torch.tensor(np.c_[a.ravel(), b.ravel()])).argmax(1).reshape(a.shape)
plt.contourf(a, b, regions, alpha=0.3)
plt.scatter(*kept_x.T, c=kept_y)
plt.show()
print(kept_loss, accuracy)

# numbers
tell("h.loss", losses)
tell("loss(net, kept)", kept_loss)
tell("accuracy(net, kept)", accuracy)
