"""Prints torch_initializers.csv: initializer, shape [in, out], the distribution that torch.nn.init draws from, its parameters.

PyTorch's own functions are run; only the last step, which draws, is replaced by one that notes what it is asked for. A weight
of PyTorch is (out, in), so the shape is turned round for it. Bounds of a truncated normal are given in standard deviations.
"""

import struct

import torch
from torch.nn import init

SHAPES = [(250, 100), (1, 1), (784, 10), (3, 5000), (64, 64), (2, 3)]
noted = None


def note(name, *parameters):
    global noted
    noted = name, parameters


def bits(x):
    return f"{struct.unpack('<Q', struct.pack('<d', float(x)))[0]:x}"


def uniform_(self, a=0, b=1, **_):
    note("uniform", a, b)
    return self


def normal_(self, mean=0, std=1, **_):
    note("normal", mean, std)
    return self


def truncated(tensor, mean=0.0, std=1.0, a=-2.0, b=2.0):
    init.trunc_normal_(tensor, mean, std, a, b)
    note("truncated_normal", mean, std, (a - mean) / std, (b - mean) / std)


RULES = {
    "xavier_uniform": init.xavier_uniform_, "xavier_normal": init.xavier_normal_,
    "kaiming_uniform": init.kaiming_uniform_, "kaiming_normal": init.kaiming_normal_,
    "trunc_normal": truncated,
    "torch_linear": lambda weight: torch.nn.Linear(weight.shape[1], weight.shape[0], bias=False),
    "xavier_normal(gain=1.6666666666666667)": lambda w: init.xavier_normal_(w, gain=init.calculate_gain("tanh")),
    "kaiming_uniform(slope=0.2, mode=fan_out)": lambda w: init.kaiming_uniform_(w, a=0.2, mode="fan_out"),
}
GAINS = {
    "linear": ("linear",), "sigmoid": ("sigmoid",), "tanh": ("tanh",), "relu": ("relu",), "selu": ("selu",),
    "leaky_relu": ("leaky_relu",), "leaky_relu(slope=0.2)": ("leaky_relu", 0.2), "leaky_relu(slope=3)": ("leaky_relu", 3),
}

torch.Tensor.uniform_ = uniform_
torch.Tensor.normal_ = normal_
torch.set_default_dtype(torch.float64)
print("initializer;shape;distribution;parameters")
for name, rule in RULES.items():
    for inputs, outputs in SHAPES:
        rule(torch.empty(outputs, inputs))
        distribution, parameters = noted
        print(name, f"{inputs} {outputs}", distribution, " ".join(map(bits, parameters)), sep=";")
for activation, arguments in GAINS.items():
    print(f"gain({activation})", "", "number", bits(init.calculate_gain(*arguments)), sep=";")
