"""Prints keras.csv: the 2-3-1 network and data of training.py after 200 steps of Keras's optimizers in float64, for what
PyTorch has otherwise: where epsilon stands, clipping, weight decay, schedules. Keras rounds the bounds of norms to single
precision, so they are powers of 2.
"""

import os

os.environ["KERAS_BACKEND"] = "torch"

import pathlib
import struct

import keras
import numpy as np
import torch

HERE = pathlib.Path(__file__).parent
keras.config.set_floatx("float64")
O, S = keras.optimizers, keras.optimizers.schedules


def bits(values):
    return ",".join(f"{struct.unpack('<Q', struct.pack('<d', float(v)))[0]:x}" for v in values)


def circles():
    rows = [line.split(",") for line in (HERE / "circles.csv").read_text().splitlines()[1:]]
    number = lambda word: struct.unpack("<d", struct.pack("<Q", int(word, 16)))[0]
    return np.array([[number(a), number(b)] for a, b, _ in rows]), np.array([[float(c)] for _, _, c in rows])


CASES = [
    ("sgd", "learning_rate=0.1;momentum=0.9;nesterov=true;weight_decay=0.01", "",
     lambda: O.SGD(0.1, momentum=0.9, nesterov=True, weight_decay=0.01)),
    ("sgd", "learning_rate=0.1;clip_value=0.01", "", lambda: O.SGD(0.1, clipvalue=0.01)),
    ("sgd", "learning_rate=0.1;clip_norm=0.015625", "", lambda: O.SGD(0.1, clipnorm=0.015625)),
    ("sgd", "learning_rate=0.1;global_clip_norm=0.0625", "", lambda: O.SGD(0.1, global_clipnorm=0.0625)),
    ("adagrad", "learning_rate=0.1", "", lambda: O.Adagrad(0.1)),
    ("adadelta", "learning_rate=1", "", lambda: O.Adadelta(1.0)),
    ("rmsprop", "learning_rate=0.01", "", lambda: O.RMSprop(0.01)),
    ("rmsprop", "learning_rate=0.01;momentum=0.5;centered=true", "",
     lambda: O.RMSprop(0.01, momentum=0.5, centered=True)),
    ("adam", "learning_rate=0.01", "", lambda: O.Adam(0.01)),
    ("adam", "learning_rate=0.01;weight_decay=0.1;clip_norm=0.0078125", "",
     lambda: O.Adam(0.01, weight_decay=0.1, clipnorm=0.0078125)),
    ("adamw", "learning_rate=0.01", "", lambda: O.AdamW(0.01)),
    ("adamax", "learning_rate=0.01", "", lambda: O.Adamax(0.01)),
    ("nadam", "learning_rate=0.01", "", lambda: O.Nadam(0.01)),
    ("sgd", "", "exponential_decay 0.1 100 0.3", lambda: O.SGD(S.ExponentialDecay(0.1, 100, 0.3))),
    ("sgd", "", "step_decay 0.1 30 0.5", lambda: O.SGD(S.ExponentialDecay(0.1, 30, 0.5, staircase=True))),
    ("sgd", "", "cosine_decay 0.1 150 0.1", lambda: O.SGD(S.CosineDecay(0.1, 150, 0.1))),
]


def train(make):
    """Gradients by PyTorch, steps by Keras's optimizers on its backend."""
    rng = np.random.default_rng(11)
    start = rng.normal(0, 0.8, 13)
    parts = [start[0:6].reshape(2, 3), start[6:9], start[9:12].reshape(3, 1), start[12:13]]
    variables = [keras.Variable(p, dtype="float64") for p in parts]
    weights = [v.value for v in variables]
    optimizer = make()
    optimizer.build(variables)
    x, y = (torch.tensor(a) for a in circles())
    for _ in range(40):
        for i in range(0, len(x), 8):
            h = torch.tanh(x[i : i + 8] @ weights[0] + weights[1])
            p = torch.sigmoid(h @ weights[2] + weights[3])
            gradients = torch.autograd.grad(torch.mean((p - y[i : i + 8]) ** 2), weights)
            with torch.no_grad():
                optimizer.apply(list(gradients), variables)
    return start, np.concatenate([w.detach().numpy().ravel() for w in weights])


def main():
    with open(HERE / "keras.csv", "w") as file:
        print("optimizer,options,schedule,parameters", file=file)
        for name, options, schedule, make in CASES:
            print(name, options, schedule, *map(bits, train(make)), sep=",", file=file)


if __name__ == "__main__":
    main()
