# Made by gradus for PyTorch 2.
import torch
from torch import nn

net = nn.Sequential(
    nn.Linear(1, 8),
    nn.Tanh(),
    nn.Linear(8, 8),
    nn.SiLU(),
    nn.Linear(8, 1),
)

with torch.no_grad():
    nn.init.normal_(net[0].weight, mean=0.0, std=0.7)
    nn.init.zeros_(net[0].bias)
    nn.init.orthogonal_(net[2].weight, gain=1.0)
    nn.init.zeros_(net[2].bias)
    nn.init.xavier_uniform_(net[4].weight)
    nn.init.zeros_(net[4].bias)


def load_weights(path):
    # The file that gradus made: save net "net.safetensors" as=torch
    from safetensors.torch import load_file

    net.load_state_dict(load_file(path))
    net.eval()


def train(x, y):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.0)
    net.train()
    for _ in range(4):
        for rows in torch.arange(len(x)).split(20):
            optimizer.zero_grad()
            loss(net(x[rows]), y[rows]).backward()
            nn.utils.clip_grad_value_(net.parameters(), 0.3)
            optimizer.step()
    net.eval()


def loss(p, y):
    return nn.functional.huber_loss(p, y, delta=0.5)
