# Layer-sequential unit variance: orthogonal kernels, then each layer scaled until its sums have variance 1 on the data
# (Mishkin and Matas 2016).

import matplotlib.pyplot as plt
import numpy as np
import torch
from same import make_blobs, orthogonal_, tell
from torch import nn

torch.set_default_dtype(torch.float64)
points, classes = make_blobs(200, centers=3, seed=1)
x = torch.tensor(points)


def make_net(depth):
    rng = np.random.default_rng(1)
    layers = [nn.Linear(2, 20), nn.ReLU()]
    for _ in range(depth - 1):
        layers += [nn.Linear(20, 20), nn.ReLU()]
    net = nn.Sequential(*layers, nn.Linear(20, 3))
    for layer in net[::2]:
        orthogonal_(layer.weight, rng)
        nn.init.zeros_(layer.bias)
    return net


@torch.no_grad()
def spreads(net):
    # Of the sums of each layer.
    a, result = x, []
    for layer in net:
        a = layer(a)
        if isinstance(layer, nn.Linear):
            result.append(a.std(correction=0).item())
    return result


@torch.no_grad()
def lsuv(net, tolerance=0.01, most=10):
    a = x
    for layer in net:
        if isinstance(layer, nn.Linear):
            for _ in range(most):
                variance = layer(a).var(correction=0)
                if abs(variance - 1) < tolerance:
                    break
                layer.weight /= variance.sqrt()
        a = layer(a)


net = make_net(10)
before = spreads(net)
lsuv(net)
after = spreads(net)
plt.semilogy(before, label="orthogonal")
plt.semilogy(after, label="LSUV")
plt.xlabel("layer")
plt.ylabel("std of z")
plt.legend()
plt.show()

# numbers
tell("before", before)
tell("after", after)
tell("weights(net, 1)", net[0].weight.T)
tell("weights(net, 11)", net[-1].weight.T)
