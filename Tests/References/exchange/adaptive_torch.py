# Made by gradus for PyTorch 2.
import torch
from torch import nn

net = nn.Sequential(
    nn.Linear(1, 8),
    nn.ELU(),
    nn.Linear(8, 1),
)

with torch.no_grad():
    nn.init.uniform_(net[0].weight, -1.7320508075688772, 1.7320508075688772)
    nn.init.normal_(net[0].bias, mean=0.0, std=0.1)
    nn.init.xavier_uniform_(net[2].weight)
    nn.init.zeros_(net[2].bias)


def load_weights(path):
    # The file that gradus made: save net "net.safetensors" as=torch
    from safetensors.torch import load_file

    net.load_state_dict(load_file(path))
    net.eval()


def train(x, y):
    optimizer = torch.optim.AdamW(net.parameters(), lr=0.01, betas=(0.9, 0.999), eps=1e-20, weight_decay=0.004)
    net.train()
    for _ in range(3):
        for rows in torch.arange(len(x)).split(10):
            optimizer.zero_grad()
            loss(net(x[rows]), y[rows]).backward()
            optimizer.step()
    net.eval()


def loss(p, y):
    return nn.functional.l1_loss(p, y)
