# Two hidden units and xor: how often training finds the way, from ten starts, with three activations.

import numpy as np
import torch
from same import tell, xavier_uniform_
from torch import nn

torch.set_default_dtype(torch.float64)
x = torch.tensor([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=torch.float64)
y = torch.tensor([[0], [1], [1], [0]], dtype=torch.float64)


def train(activation, seed, epochs=300):
    rng = np.random.default_rng(seed)
    net = nn.Sequential(nn.Linear(2, 2), activation, nn.Linear(2, 1), nn.Sigmoid())
    for layer in net[::2]:
        xavier_uniform_(layer.weight, rng)
        nn.init.zeros_(layer.bias)
    optimizer = torch.optim.SGD(net.parameters(), lr=1)
    for _ in range(epochs):
        optimizer.zero_grad()
        nn.functional.binary_cross_entropy(net(x), y).backward()
        optimizer.step()
    output = net(x)
    accuracy = ((output > 0.5) == y).double().mean().item()
    return nn.functional.binary_cross_entropy(output, y).item(), accuracy


activations = {"sigmoid": nn.Sigmoid(), "tanh": nn.Tanh(), "relu": nn.ReLU()}
runs = {name: [train(f, seed) for seed in range(1, 11)] for name, f in activations.items()}
solved = []
for name, results in runs.items():
    losses, accuracies = np.transpose(results)
    solved.append(int(np.sum(accuracies == 1)))
    print(f"{name}: loss {losses.mean():.4f} ± {losses.std(ddof=1):.2g}, solved by {solved[-1]} of {len(results)}")

# numbers
for k, results in enumerate(runs.values()):
    tell(f"c.losses[{k}]", [loss for loss, _ in results])
    tell(f"c.accuracies[{k}]", [accuracy for _, accuracy in results])
tell("solved", solved)
