# Everything of an experiment kept in files that others can open, and read again.

import csv

import matplotlib.pyplot as plt
import numpy as np
import torch
from same import make_moons, tell, xavier_uniform_
from torch import nn

torch.set_default_dtype(torch.float64)
points, classes = make_moons(100, noise=0.1, seed=1)
x, y = torch.tensor(points), torch.tensor(classes[:, None], dtype=torch.float64)
rng = np.random.default_rng(1)
net = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1), nn.Sigmoid())
for layer in net[::2]:
    xavier_uniform_(layer.weight, rng)
    nn.init.zeros_(layer.bias)
optimizer = torch.optim.SGD(net.parameters(), lr=1)
history = []
for epoch in range(20):
    optimizer.zero_grad()
    output = net(x)
    loss = nn.functional.binary_cross_entropy(output, y)
    loss.backward()
    optimizer.step()
    history.append((epoch + 1, loss.item(), ((output > 0.5) == y).double().mean().item()))

torch.save(net.state_dict(), "net.pt")
np.save("kernel.npy", net[0].weight.detach().numpy().T)
np.savetxt("moons.csv", np.c_[points, classes], delimiter=",", header="x,y,class", comments="")
with open("history.csv", "w", newline="") as file:
    csv.writer(file).writerows([("epoch", "loss", "accuracy"), *history])
plt.plot([loss for _, loss, _ in history])
plt.savefig("loss.svg")

again = nn.Sequential(nn.Linear(2, 8), nn.Tanh(), nn.Linear(8, 1), nn.Sigmoid())
again.load_state_dict(torch.load("net.pt"))
kernel = np.load("kernel.npy")
moons = np.loadtxt("moons.csv", delimiter=",", skiprows=1)
record = np.loadtxt("history.csv", delimiter=",", skiprows=1)

# numbers
tell("kernel", kernel)
tell("features(again_data)", moons[:, :2])
tell("record[:, 0]", record[:, 0])
tell("record[:, 1]", record[:, 1])
tell("predict(again, data)", again(x))
