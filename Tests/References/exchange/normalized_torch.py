# Made by gradus for PyTorch 2.
import torch
from torch import nn

net = nn.Sequential(
    nn.Linear(3, 4),
    nn.LeakyReLU(0.2),
    nn.BatchNorm1d(4, eps=0.001, momentum=1 - 0.9),
    nn.Dropout(0.25),
    nn.Linear(4, 2),
)

with torch.no_grad():
    nn.init.trunc_normal_(net[0].weight, mean=0.0, std=0.6076704074280551, a=-1.2153408148561102, b=1.2153408148561102)
    nn.init.zeros_(net[0].bias)
    nn.init.xavier_uniform_(net[4].weight)
    nn.init.zeros_(net[4].bias)


def load_weights(path):
    # The file that gradus made: save net "net.safetensors" as=torch
    from safetensors.torch import load_file

    net.load_state_dict(load_file(path), strict=False)
    net.eval()
