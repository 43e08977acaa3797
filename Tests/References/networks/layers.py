"""Prints layers.tsv: networks of every kind of layer, trained by PyTorch in float64 for 200 steps (40 epochs of 5 batches
of 8 of the 40 points of circles.csv, unshuffled), with initial and final parameters as bits. The columns are the layers in
gradus's notation, functions of the learner's that stand in them (separated by ;), loss, optimizer. Weights lie as Keras has
them, [inputs, units]; of a normalization gamma, beta and, where there are some, running mean and variance follow.
"""

import csv
import pathlib
import struct

import numpy as np
import torch
from torch import nn

torch.set_default_dtype(torch.float64)
HERE = pathlib.Path(__file__).parent
F = nn.functional
EPOCHS, BATCH = 40, 8


def bits(values):
    return " ".join(f"{struct.unpack('<Q', struct.pack('<d', float(v)))[0]:x}" for v in values)


class Residual(nn.Sequential):
    def forward(self, x):
        return x + super().forward(x)


class Function(nn.Module):
    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, x):
        return self.function(x)


def linear(inputs, units, bias=True):
    return nn.Linear(inputs, units, bias=bias)


def layer_norm(units, epsilon=1e-3):
    return nn.LayerNorm(units, eps=epsilon)


def batch_norm(units):
    return nn.BatchNorm1d(units, eps=1e-3, momentum=0.01)


silu, tanh, gelu, relu, sigmoid = nn.SiLU, nn.Tanh, nn.GELU, nn.ReLU, nn.Sigmoid


def softmax():
    return nn.Softmax(dim=1)


def repeat(n, make):
    return [module for _ in range(n) for module in make()]


# Layers in gradus, functions in gradus, outputs, and the modules.
NETS = [
    ("dense(6), activation(tanh), dense(1), activation(sigmoid)", "", 1,
     lambda: [linear(2, 6), tanh(), linear(6, 1), sigmoid()]),
    ("dense(6), activation(silu), dense(2), activation(softmax)", "", 2,
     lambda: [linear(2, 6), silu(), linear(6, 2), softmax()]),
    ("dense(6, relu, bias=false), dense(1, sigmoid, bias=false)", "", 1,
     lambda: [linear(2, 6, False), relu(), linear(6, 1, False), sigmoid()]),
    ("dense(6), layer_normalization(), activation(relu), dense(1, sigmoid)", "", 1,
     lambda: [linear(2, 6), layer_norm(6), relu(), linear(6, 1), sigmoid()]),
    ("dense(6, tanh), layer_normalization(epsilon=1e-5), dense(2, softmax)", "", 2,
     lambda: [linear(2, 6), tanh(), layer_norm(6, 1e-5), linear(6, 2), softmax()]),
    ("dense(6, tanh), residual(dense(6, tanh), dense(6)), dense(1, sigmoid)", "", 1,
     lambda: [linear(2, 6), tanh(), Residual(linear(6, 6), tanh(), linear(6, 6)), linear(6, 1), sigmoid()]),
    ("residual(dense(4, tanh), dense(2)), dense(1, sigmoid)", "", 1,
     lambda: [Residual(linear(2, 4), tanh(), linear(4, 2)), linear(2, 1), sigmoid()]),
    ("dense(2, tanh), residual(dense(2, gelu)), activation(softmax)", "", 2,
     lambda: [linear(2, 2), tanh(), Residual(linear(2, 2), gelu()), softmax()]),
    ("dense(5), residual(dense(5, gelu), residual(layer_normalization(), dense(5)), dense(5)), dense(1, sigmoid)", "", 1,
     lambda: [linear(2, 5), Residual(linear(5, 5), gelu(), Residual(layer_norm(5), linear(5, 5)), linear(5, 5)),
              linear(5, 1), sigmoid()]),
    ("residual(residual(dense(2, tanh)), dense(2, silu)), dense(2, softmax)", "", 2,
     lambda: [Residual(Residual(linear(2, 2), tanh()), linear(2, 2), silu()), linear(2, 2), softmax()]),
    ("repeat(3, dense(6, bias=false), batch_normalization(), activation(silu)), dense(1, sigmoid)", "", 1,
     lambda: [linear(2, 6, False), batch_norm(6), silu(),
              *repeat(2, lambda: [linear(6, 6, False), batch_norm(6), silu()]), linear(6, 1), sigmoid()]),
    ("dense(4), repeat(2, residual(repeat(2, dense(4, tanh)), layer_normalization())), dense(1, sigmoid)", "", 1,
     lambda: [linear(2, 4), *repeat(2, lambda: [Residual(*repeat(2, lambda: [linear(4, 4), tanh()]), layer_norm(4))]),
              linear(4, 1), sigmoid()]),
    ("dense(6, swish2), dense(1, sigmoid)", "swish2(x) = x × sigmoid(2x)", 1,
     lambda: [linear(2, 6), Function(lambda x: x * torch.sigmoid(2 * x)), linear(6, 1), sigmoid()]),
    ("dense(6), residual(layer_normalization(), activation(bent), dense(6)), dense(1, sigmoid)",
     "k = 0.5; bent(x) = if x > 0 then x² / (1 + |x|) else k × tanh(x)", 1,
     lambda: [linear(2, 6),
              Residual(layer_norm(6), Function(lambda x: torch.where(x > 0, x ** 2 / (1 + x.abs()), 0.5 * torch.tanh(x))),
                       linear(6, 6)), linear(6, 1), sigmoid()]),
    ("dense(6, twice), dense(6, sin), dense(2, softmax)", "half(x) = log(1 + exp(x)) / 2; twice(x) = half(half(x)) + √(1 + x²)",
     2, lambda: [linear(2, 6), Function(lambda x: F.softplus(F.softplus(x) / 2) / 2 + torch.sqrt(1 + x ** 2)), linear(6, 6),
                 Function(torch.sin), linear(6, 2), softmax()]),
]
OPTIMIZERS = [
    ("sgd(0.05)", lambda weights: torch.optim.SGD(weights, lr=0.05)),
    ("sgd(0.01, momentum=0.8)", lambda weights: torch.optim.SGD(weights, lr=0.01, momentum=0.8)),
]


def leaves(net):
    return [m for m in net.modules() if isinstance(m, (nn.Linear, nn.LayerNorm, nn.BatchNorm1d))]


def parameters(net, steps):
    parts = []
    for module in leaves(net):
        if isinstance(module, nn.Linear):
            parts.append(module.weight.T)
            parts += [] if module.bias is None else [module.bias]
            continue
        parts += [module.weight, module.bias]
        if isinstance(module, nn.BatchNorm1d):
            # PyTorch's running variance is the unbiased one.
            left = 0.99 ** steps
            parts += [module.running_mean, (module.running_var - left) * (BATCH - 1) / BATCH + left]
    return np.concatenate([part.detach().numpy().ravel() for part in parts])


def train(net, loss, make, points, classes, outputs):
    rng = np.random.default_rng(12)
    with torch.no_grad():
        for module in leaves(net):
            centre, width = (0, 0.4) if isinstance(module, nn.Linear) else (1, 0.2)
            module.weight.copy_(torch.from_numpy(rng.normal(centre, width, tuple(module.weight.shape))))
            if module.bias is not None:
                module.bias.copy_(torch.from_numpy(rng.normal(0, 0.2, tuple(module.bias.shape))))
    first = parameters(net, 0)
    x, y = torch.tensor(points), torch.tensor(classes).reshape(-1, 1)
    if outputs == 2:
        y = torch.cat([1 - y, y], 1)
    optimizer = make(net.parameters())
    steps = 0
    for _ in range(EPOCHS):
        for start in range(0, len(x), BATCH):
            optimizer.zero_grad()
            p = net(x[start : start + BATCH])
            t = y[start : start + BATCH]
            (F.mse_loss(p, t) if loss == "mse" else -(t * torch.log(p)).sum(1).mean()).backward()
            optimizer.step()
            steps += 1
    return first, parameters(net, steps)


def main():
    rows = (HERE / "circles.csv").read_text().splitlines()[1:]
    cells = [row.split(",") for row in rows]
    points = np.array([[struct.unpack("<d", struct.pack("<Q", int(c, 16)))[0] for c in row[:2]] for row in cells])
    classes = np.array([float(row[2]) for row in cells])
    with open(HERE / "layers.tsv", "w", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(["layers", "functions", "loss", "optimizer", "before", "after"])
        for layers, functions, outputs, make in NETS:
            for name, optimizer in OPTIMIZERS:
                loss = "mse" if outputs == 1 else "categorical_crossentropy"
                first, last = train(nn.Sequential(*make()), loss, optimizer, points, classes, outputs)
                # What rounding makes of some networks in 200 steps says nothing.
                moved = train(nn.Sequential(*make()), loss, optimizer, points * (1 + 1e-15), classes, outputs)[1]
                assert np.all(np.abs(moved - last) < 1e-11 * np.maximum(np.abs(last), 1e-3)), layers
                writer.writerow([layers, functions, loss, name, bits(first), bits(last)])


if __name__ == "__main__":
    main()
