# A learning-rate range test: the rate grows from batch to batch until the loss runs away (Smith 2017).

import matplotlib.pyplot as plt
import numpy as np
import torch
from same import make_blobs, tell, xavier_uniform_
from torch import nn

torch.set_default_dtype(torch.float64)
points, classes = make_blobs(200, centers=3, stddev=2, seed=1)
x, y = torch.tensor(points), torch.tensor(classes)
rng = np.random.default_rng(1)
net = nn.Sequential(nn.Linear(2, 20), nn.Tanh(), nn.Linear(20, 20), nn.Tanh(), nn.Linear(20, 3))
for layer in net[::2]:
    xavier_uniform_(layer.weight, rng)
    nn.init.zeros_(layer.bias)

rates, losses, smoothed = np.geomspace(1e-4, 10, 100), [], []
mean = 0
rng = np.random.default_rng(1)
optimizer = torch.optim.SGD(net.parameters(), lr=rates[0])
batches = (batch for _ in range(100) for batch in torch.tensor(rng.permutation(len(x))).split(20))
for k, (rate, batch) in enumerate(zip(rates, batches), 1):
    optimizer.param_groups[0]["lr"] = rate
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(net(x[batch]), y[batch])
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
    mean = 0.9 * mean + 0.1 * losses[-1]
    smoothed.append(mean / (1 - 0.9**k))
    if smoothed[-1] > 4 * min(smoothed):
        break
suggestion = rates[np.argmin(smoothed)] / 10
plt.semilogx(rates[: len(losses)], losses)
plt.semilogx(rates[: len(losses)], smoothed)
plt.xlabel("learning rate")
plt.ylabel("loss")
plt.show()

# numbers
tell("test.rate", rates[: len(losses)])
tell("test.loss", losses)
tell("test.smoothed", smoothed)
tell("test.suggestion", suggestion)
