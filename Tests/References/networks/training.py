"""Prints training.csv: activation, output activation, loss, momentum, nesterov, then 13 initial and 13 trained weights of a
2-3-1 network, as bits, after 10 epochs of 5 batches of 8 points (40 circles, unshuffled) by PyTorch in float64; and
circles.csv: the points of circles(40, noise=0.1, seed=3) by NumPy. Weights of a layer lie as Keras has them, [inputs, units].
"""

import pathlib
import struct

import numpy as np
import torch

torch.set_default_dtype(torch.float64)
HERE = pathlib.Path(__file__).parent


def bits(values):
    return ",".join(f"{struct.unpack('<Q', struct.pack('<d', float(v)))[0]:x}" for v in values)


def circles(n, noise, factor, seed):
    """scikit-learn's make_circles with NumPy's generator: shuffled first, then shaken."""
    rng = np.random.default_rng(seed)
    outer = np.arange(n // 2) * (2 * np.pi / (n // 2))
    inner = np.arange(n - n // 2) * (2 * np.pi / (n - n // 2))
    points = np.c_[np.r_[np.cos(outer), factor * np.cos(inner)], np.r_[np.sin(outer), factor * np.sin(inner)]]
    classes = np.r_[np.zeros(n // 2), np.ones(n - n // 2)]
    order = rng.permutation(n)
    return points[order] + rng.normal(0, noise, (n, 2)), classes[order]


ACTIVATIONS = {"linear": lambda x: x, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu}
LOSSES = {"mse": torch.nn.MSELoss(), "binary_crossentropy": torch.nn.BCELoss()}


def train(hidden, output, loss, momentum, nesterov, points, classes):
    rng = np.random.default_rng(11)
    start = rng.normal(0, 0.8, 13)
    parts = [start[0:6].reshape(2, 3), start[6:9], start[9:12].reshape(3, 1), start[12:13]]
    weights = [torch.tensor(p.copy(), requires_grad=True) for p in parts]
    optimizer = torch.optim.SGD(weights, lr=0.1, momentum=momentum, nesterov=nesterov)
    x, y = torch.tensor(points), torch.tensor(classes).reshape(-1, 1)
    for _ in range(10):
        for i in range(0, len(x), 8):
            optimizer.zero_grad()
            h = ACTIVATIONS[hidden](x[i : i + 8] @ weights[0] + weights[1])
            p = ACTIVATIONS[output](h @ weights[2] + weights[3])
            LOSSES[loss](p, y[i : i + 8]).backward()
            optimizer.step()
    return start, np.concatenate([w.detach().numpy().ravel() for w in weights])


def main():
    points, classes = circles(40, 0.1, 0.8, 3)
    with open(HERE / "circles.csv", "w") as file:
        print("x,y,class", file=file)
        for (x, y), c in zip(points, classes):
            print(bits([x, y]), int(c), sep=",", file=file)
    with open(HERE / "training.csv", "w") as file:
        print("hidden,output,loss,momentum,nesterov,weights", file=file)
        for hidden in ACTIVATIONS:
            for output, loss in (("sigmoid", "mse"), ("sigmoid", "binary_crossentropy"), ("linear", "mse")):
                for momentum, nesterov in ((0, False), (0.9, False), (0.9, True)):
                    if output == "linear" and momentum > 0:
                        continue
                    start, end = train(hidden, output, loss, momentum, nesterov, points, classes)
                    words = str(nesterov).lower()
                    print(hidden, output, loss, momentum, words, bits(start), bits(end), sep=",", file=file)


if __name__ == "__main__":
    main()
