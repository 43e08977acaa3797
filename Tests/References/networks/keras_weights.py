"""Prints keras_weights.csv: the 2-3-1 network and data of training.py after 40 epochs of Keras's sgd(0.1) in float64, in
batches of 8, unshuffled, where classes or points count differently (`class_weight`, `sample_weight`).

A row is the loss, what counts (`class_weights` or `sample_weights`), the numbers for it, and as bits the weights to begin
with and those reached, each of a layer the kernel, [inputs, units] row by row, then the biases; then the loss that Keras
tells of the first epoch, to the six digits that its metrics in single precision have.
"""

import os

os.environ["KERAS_BACKEND"] = "torch"

import pathlib

import keras
import numpy as np

from keras_training import bits, circles

HERE = pathlib.Path(__file__).parent
keras.config.set_floatx("float64")
CASES = [
    ("binary_crossentropy", "class_weights", [1, 5]),
    ("mse", "class_weights", [0.5, 0]),
    ("categorical_crossentropy", "class_weights", [3, 0.25]),
    ("binary_crossentropy", "sample_weights", [i % 4 / 2 for i in range(40)]),
]


def main():
    points, classes = circles()
    with open(HERE / "keras_weights.csv", "w") as file:
        print("loss,sort,weights,first_loss,parameters", file=file)
        for loss, sort, counts in CASES:
            outputs = 2 if loss == "categorical_crossentropy" else 1
            net = keras.Sequential([
                keras.Input((2,)), keras.layers.Dense(3, "tanh"),
                keras.layers.Dense(outputs, "softmax" if outputs == 2 else "sigmoid"),
            ])
            start = np.random.default_rng(11).normal(0, 0.8, 9 + 4 * outputs)
            net.set_weights([start[:6].reshape(2, 3), start[6:9], start[9:9 + 3 * outputs].reshape(3, outputs),
                             start[9 + 3 * outputs:]])
            net.compile(keras.optimizers.SGD(0.1), {"mse": "mean_squared_error"}.get(loss, loss))
            targets = np.c_[1 - classes, classes] if outputs == 2 else classes
            how = {"class_weight": dict(enumerate(counts))} if sort == "class_weights" else {
                "sample_weight": np.array(counts)}
            history = net.fit(points, targets, epochs=40, batch_size=8, shuffle=False, verbose=0, **how)
            end = np.concatenate([w.ravel() for w in net.get_weights()])
            print(loss, sort, ";".join(f"{c:g}" for c in counts), history.history["loss"][0], bits([*start, *end]),
                  sep=",", file=file)


if __name__ == "__main__":
    main()
