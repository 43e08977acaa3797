# Made by gradus for PyTorch 2.
import torch
from torch import nn


class Exponential(nn.Module):
    def forward(self, x):
        return torch.exp(x)


net = nn.Sequential(
    nn.Linear(2, 3),
    nn.ELU(),
    nn.Linear(3, 3),
    nn.SELU(),
    nn.Linear(3, 3),
    nn.GELU(),
    nn.Linear(3, 3),
    nn.SiLU(),
    nn.Linear(3, 3),
    nn.Softplus(),
    nn.Linear(3, 3),
    nn.Softsign(),
    nn.Linear(3, 3),
    nn.Hardsigmoid(),
    nn.Linear(3, 3),
    nn.Mish(),
    nn.Linear(3, 3),
    Exponential(),
    nn.Linear(3, 2),
)

with torch.no_grad():
    nn.init.normal_(net[0].weight, mean=0.0, std=1.0)
    nn.init.zeros_(net[0].bias)
    nn.init.normal_(net[2].weight, mean=0.0, std=1.0)
    nn.init.zeros_(net[2].bias)
    nn.init.normal_(net[4].weight, mean=0.0, std=1.0)
    nn.init.zeros_(net[4].bias)
    nn.init.normal_(net[6].weight, mean=0.0, std=1.0)
    nn.init.zeros_(net[6].bias)
    nn.init.normal_(net[8].weight, mean=0.0, std=1.0)
    nn.init.zeros_(net[8].bias)
    nn.init.normal_(net[10].weight, mean=0.0, std=1.0)
    nn.init.zeros_(net[10].bias)
    nn.init.normal_(net[12].weight, mean=0.0, std=1.0)
    nn.init.zeros_(net[12].bias)
    nn.init.normal_(net[14].weight, mean=0.0, std=1.0)
    nn.init.zeros_(net[14].bias)
    nn.init.normal_(net[16].weight, mean=0.0, std=1.0)
    nn.init.zeros_(net[16].bias)
    nn.init.normal_(net[18].weight, mean=0.0, std=1.0)
    nn.init.zeros_(net[18].bias)


def load_weights(path):
    # The file that gradus made: save net "net.safetensors" as=torch
    from safetensors.torch import load_file

    net.load_state_dict(load_file(path))
    net.eval()
