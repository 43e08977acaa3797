"""Prints instruments.csv: what PyTorch measures in float64 on the 40 points of circles.csv, layer by layer.

A row is a network: its layers, the number of parameters, the parameters as bits (a kernel lies as Keras has it, [inputs,
units]; then the biases; of a batch normalization gamma, beta, running mean and variance), the loss as bits, and of each
dense layer as bits: mean and standard deviation of z, mean and standard deviation of the activation, the root mean square
of each point's dL/dz, and the Euclidean norm of dL/dW. Batch normalization takes the moments of the 40 points, epsilon
0.001. The loss is mse.
"""

import pathlib
import struct

import numpy as np
import torch

torch.set_default_dtype(torch.float64)
HERE = pathlib.Path(__file__).parent
NETS = {
    "5 tanh;batch_normalization;4 relu;1 sigmoid": 0.8,
    "6 gelu;batch_normalization;3 softsign;1 linear": 1.2,
    ";".join(["10 tanh"] * 10) + ";1 sigmoid": 0.03,
    ";".join(["10 tanh"] * 10) + ";1 sigmoid ": 3.0,
    "3 leaky_relu;1 tanh": 0.5,
}
ACTIVATIONS = {
    "tanh": torch.tanh, "relu": torch.relu, "sigmoid": torch.sigmoid, "gelu": torch.nn.functional.gelu,
    "softsign": torch.nn.functional.softsign, "linear": lambda x: x,
    "leaky_relu": lambda x: torch.nn.functional.leaky_relu(x, 0.01),
}


def double(bits):
    return struct.unpack("<d", struct.pack("<Q", int(bits, 16)))[0]


def bits(value):
    return f"{struct.unpack('<Q', struct.pack('<d', float(value)))[0]:x}"


rows = [line.split(",") for line in (HERE / "circles.csv").read_text().split("\n")[1:] if line]
X = torch.tensor([[double(r[0]), double(r[1])] for r in rows])
Y = torch.tensor([[float(r[2])] for r in rows])

with open(HERE / "instruments.csv", "w") as file:
    file.write("layers,parameters,numbers\n")
    rng = np.random.default_rng(11)
    for text, scale in NETS.items():
        parameters, dense = [], []
        x, inputs = X, 2
        for layer in text.strip().split(";"):
            if layer == "batch_normalization":
                gamma, beta = 1 + 0.3 * rng.standard_normal(inputs), 0.3 * rng.standard_normal(inputs)
                parameters += [*gamma, *beta, *np.zeros(inputs), *np.ones(inputs)]
                variance, mean = torch.var_mean(x, 0, correction=0)
                x = (x - mean) / torch.sqrt(variance + 0.001) * torch.tensor(gamma) + torch.tensor(beta)
                continue
            units, activation = layer.split(" ")
            units = int(units)
            kernel = torch.tensor(scale * rng.standard_normal((inputs, units)), requires_grad=True)
            bias = torch.tensor(0.1 * scale * rng.standard_normal(units))
            parameters += [*kernel.detach().numpy().ravel(), *bias.numpy()]
            z = x @ kernel + bias
            z.retain_grad()
            x = ACTIVATIONS[activation](z)
            dense.append((kernel, z, x))
            inputs = units
        loss = torch.mean((x - Y) ** 2)
        loss.backward()
        numbers = [loss.item()]
        for kernel, z, a in dense:
            z0, a0 = z.detach().numpy(), a.detach().numpy()
            pull = z.grad.numpy() * len(rows)
            numbers += [z0.mean(), z0.std(), a0.mean(), a0.std(), np.sqrt((pull**2).mean()),
                        np.linalg.norm(kernel.grad.numpy())]
        file.write(",".join([text.strip(), str(len(parameters)), *map(bits, [*parameters, *numbers])]) + "\n")
