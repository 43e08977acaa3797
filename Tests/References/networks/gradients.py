"""Prints gradients.csv: PyTorch's derivatives in float64 of a mean loss over the 40 points of circles.csv.

A row is the layers, the loss, how much each class counts (nothing: all the same), the number of parameters, and as bits
the mean loss, the parameters and the derivatives by them, in gradus's order: of each layer the kernel, [inputs, units] row by row, then
the biases. Weighted losses are the sum over points divided by their number, as Keras has it.
"""

import pathlib
import struct

import numpy as np
import torch

from training import ACTIVATIONS

torch.set_default_dtype(torch.float64)
HERE = pathlib.Path(__file__).parent
CASES = [
    ("5 tanh;4 relu;1 sigmoid", "binary_crossentropy", []),
    ("5 tanh;4 relu;1 sigmoid", "binary_crossentropy", [1, 5]),
    ("6 gelu;1 sigmoid", "mse", [0.25, 2]),
    ("4 softsign;2 softmax", "categorical_crossentropy", []),
    ("4 softsign;2 softmax", "categorical_crossentropy", [3, 0.5]),
    ("3 tanh;2 softmax", "mse", [0, 1]),
]


def double(bits):
    return struct.unpack("<d", struct.pack("<Q", int(bits, 16)))[0]


def bits(values):
    return ",".join(f"{struct.unpack('<Q', struct.pack('<d', float(v)))[0]:x}" for v in values)


def per_point(loss, p, y):
    if loss == "mse":
        return ((p - y) ** 2).mean(1)
    if loss == "binary_crossentropy":
        return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean(1)
    return -(y * torch.log(p)).sum(1)


rows = [line.split(",") for line in (HERE / "circles.csv").read_text().split("\n")[1:] if line]
points = torch.tensor([[double(r[0]), double(r[1])] for r in rows])
classes = torch.tensor([int(float(r[2])) for r in rows])
with open(HERE / "gradients.csv", "w") as file:
    print("layers,loss,class_weights,parameters,numbers", file=file)
    for text, loss, weights in CASES:
        rng = np.random.default_rng(7)
        x, inputs, parameters = points, 2, []
        for part in text.split(";"):
            units, activation = int(part.split(" ")[0]), ACTIVATIONS[part.split(" ")[1]]
            w = torch.tensor(rng.normal(0, 0.8, (inputs, units)), requires_grad=True)
            b = torch.tensor(rng.normal(0, 0.3, units), requires_grad=True)
            x, inputs = activation(x @ w + b), units
            parameters += [w, b]
        y = classes.reshape(-1, 1).double() if inputs == 1 else torch.nn.functional.one_hot(classes, inputs).double()
        counts = torch.tensor(weights or [1.0, 1.0])[classes]
        value = (counts * per_point(loss, x, y)).mean()
        value.backward()
        numbers = [v for p in parameters for v in p.detach().ravel()] + [v for p in parameters for v in p.grad.ravel()]
        shown = ";".join(f"{w:g}" for w in weights)
        print(text, loss, shown, len(numbers) // 2, bits([value.item(), *numbers]), sep=",", file=file)
