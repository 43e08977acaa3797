# A net of relu whose gradients explode, saved by clipping them.

import matplotlib.pyplot as plt
import numpy as np
import torch
from same import normal_, tell
from torch import nn

torch.set_default_dtype(torch.float64)
x = np.linspace(-np.pi, np.pi, 100)
y = np.sin(x) + np.random.default_rng(1).normal(0, 0.1, 100)
x, y = torch.tensor(x[:, None]), torch.tensor(y[:, None])


def make_net():
    rng = np.random.default_rng(1)
    net = nn.Sequential(
        nn.Linear(1, 20), nn.ReLU(), nn.Linear(20, 20), nn.ReLU(), nn.Linear(20, 20), nn.ReLU(), nn.Linear(20, 1))
    for layer in net[::2]:
        normal_(layer.weight, 0.7, rng)
        nn.init.zeros_(layer.bias)
    return net


def train(clip, epochs=50):
    net, losses = make_net(), []
    rng = np.random.default_rng(1)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    for _ in range(epochs):
        total = 0
        for batch in torch.tensor(rng.permutation(len(x))).split(20):
            optimizer.zero_grad()
            loss = nn.functional.mse_loss(net(x[batch]), y[batch])
            if not torch.isfinite(loss):
                return losses
            loss.backward()
            if clip:
                nn.utils.clip_grad_norm_(net.parameters(), clip)
            optimizer.step()
            total += loss.item() * len(batch) / len(x)
        losses.append(total)
    return losses


free, clipped = train(None), train(0.1)
plt.semilogy(free, label="free")
plt.semilogy(clipped, label="clipped")
plt.xlabel("epoch")
plt.ylabel("loss")
plt.legend()
plt.show()

# numbers
tell("free.loss", free)
tell("clipped.loss", clipped, 1e-6, "PyTorch adds 1e-6 to the norm before it divides")
