# Twelve layers of tanh, plain and as residual blocks: gradients before training, losses after.

import matplotlib.pyplot as plt
import numpy as np
import torch
from same import make_circles, tell, xavier_uniform_
from torch import nn

torch.set_default_dtype(torch.float64)
points, classes = make_circles(100, factor=0.4, noise=0.05, seed=1)
x, y = torch.tensor(points), torch.tensor(classes[:, None], dtype=torch.float64)


class Residual(nn.Module):
    def __init__(self, block):
        super().__init__()
        self.block = block

    def forward(self, x):
        return x + self.block(x)


def make_net(wrap):
    rng = np.random.default_rng(1)
    blocks = [wrap(nn.Sequential(nn.Linear(8, 8), nn.Tanh())) for _ in range(12)]
    net = nn.Sequential(nn.Linear(2, 8), *blocks, nn.Linear(8, 1), nn.Sigmoid())
    for layer in net.modules():
        if isinstance(layer, nn.Linear):
            xavier_uniform_(layer.weight, rng)
            nn.init.zeros_(layer.bias)
    return net


def train(net, epochs=40):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.05)
    losses, first = [], None
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = nn.functional.binary_cross_entropy(net(x), y)
        loss.backward()
        if first is None:
            first = [layer.weight.grad.norm().item() for layer in net.modules() if isinstance(layer, nn.Linear)]
        optimizer.step()
        losses.append(loss.item())
    return first, losses


plain, residual = train(make_net(lambda block: block)), train(make_net(Residual))
for name, (_, losses) in {"plain": plain, "residual": residual}.items():
    plt.plot(losses, label=name)
plt.xlabel("epoch")
plt.ylabel("loss")
plt.legend()
plt.show()

# numbers
tell("[norm(g) for g in pulls[0]]", plain[0])
tell("[norm(pulls[1][k]) for k in [0, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25]]", residual[0])
tell("histories[0].loss", plain[1])
tell("histories[1].loss", residual[1])
