"""Prints keras_weights.csv: the 2-3-1 network and data of training.py after 40 epochs of steps of 0.1 against the gradient
in float64, in batches of 8, unshuffled, where classes or points count differently. The losses are Keras's with
`sample_weight`, into which its own function turns `class_weight`; their mean, which Keras would take in single precision,
and the derivatives are PyTorch's, its backend.

A row is the loss, what counts (`class_weights` or `sample_weights`), the numbers for it, and as bits the weights to begin
with and those reached, each of a layer the kernel, [inputs, units] row by row, then the biases.
"""

import os

os.environ["KERAS_BACKEND"] = "torch"

import pathlib

import keras
import numpy as np
import torch
from keras.src.trainers.data_adapters.data_adapter_utils import class_weight_to_sample_weights

from keras_training import bits, circles

HERE = pathlib.Path(__file__).parent
keras.config.set_floatx("float64")
LOSSES = {"binary_crossentropy": keras.losses.BinaryCrossentropy(dtype="float64", reduction="none"), "mse": keras.losses.MeanSquaredError(dtype="float64", reduction="none"),
          "categorical_crossentropy": keras.losses.CategoricalCrossentropy(dtype="float64", reduction="none")}
CASES = [
    ("binary_crossentropy", "class_weights", [1, 5]),
    ("mse", "class_weights", [0.5, 0]),
    ("categorical_crossentropy", "class_weights", [3, 0.25]),
    ("binary_crossentropy", "sample_weights", [i % 4 / 2 for i in range(40)]),
]


def main():
    points, classes = circles()
    with open(HERE / "keras_weights.csv", "w") as file:
        print("loss,sort,weights,parameters", file=file)
        for loss, sort, counts in CASES:
            outputs = 2 if loss == "categorical_crossentropy" else 1
            start = np.random.default_rng(11).normal(0, 0.8, 9 + 4 * outputs)
            cut = 9 + 3 * outputs
            parts = [start[:6].reshape(2, 3), start[6:9], start[9:cut].reshape(3, outputs), start[cut:]]
            weights = [torch.tensor(p.copy(), requires_grad=True) for p in parts]
            x, y = torch.tensor(points), np.c_[1 - classes, classes] if outputs == 2 else classes
            of_points = np.asarray(
                class_weight_to_sample_weights(y, dict(enumerate(counts))) if sort == "class_weights" else counts)
            for _ in range(40):
                for i in range(0, 40, 8):
                    h = torch.tanh(x[i : i + 8] @ weights[0] + weights[1]) @ weights[2] + weights[3]
                    p = torch.softmax(h, 1) if outputs == 2 else torch.sigmoid(h)
                    value = LOSSES[loss](torch.tensor(y[i : i + 8]), p, sample_weight=of_points[i : i + 8]).mean()
                    with torch.no_grad():
                        for w, g in zip(weights, torch.autograd.grad(value, weights)):
                            w -= 0.1 * g
            end = np.concatenate([w.detach().numpy().ravel() for w in weights])
            print(loss, sort, ";".join(f"{c:g}" for c in counts), bits([*start, *end]), sep=",", file=file)


if __name__ == "__main__":
    main()
