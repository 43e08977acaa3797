"""Prints initializers.csv: initializer, shape, the distribution that Keras 3 draws from, bits of its parameters.

Keras's own classes are run; only the functions that draw are replaced by one that notes what it is asked for. Bounds of a
truncated normal are two standard deviations (keras.random.truncated_normal). The last row of each initializer is
the standard deviation of 4 million weights as Keras draws them.
"""

import struct

import keras
import numpy as np
from keras.src.initializers import random_initializers

NAMES = [
    "zeros", "ones", "random_normal", "random_uniform", "variance_scaling", "glorot_uniform", "glorot_normal", "he_uniform",
    "he_normal", "lecun_uniform", "lecun_normal",
]
SHAPES = [(250, 100), (1, 1), (784, 10), (3, 5000), (64, 64), (2, 3), (3, 3, 16, 32), (5, 8, 4), (7,)]
PARAMETERS = {
    "uniform": lambda minval, maxval, **_: [minval, maxval],
    "normal": lambda mean, stddev, **_: [mean, stddev],
    "truncated_normal": lambda mean, stddev, **_: [mean, stddev, -2, 2],
}


class Notes:
    """Stands in for keras.random."""

    def __init__(self):
        self.last = None

    def __getattr__(self, name):
        if name not in PARAMETERS:
            return getattr(keras.random, name)

        def draw(shape, **arguments):
            self.last = name, PARAMETERS[name](**arguments)

        return draw


def bits(x):
    return f"{struct.unpack('<Q', struct.pack('<d', float(x)))[0]:x}"


def main():
    genuine = random_initializers.random
    print("initializer,shape,distribution,parameters")
    for name in NAMES:
        initializer = keras.initializers.get(name)
        for shape in SHAPES:
            notes = Notes()
            random_initializers.random = notes
            values = initializer(shape)
            random_initializers.random = genuine
            if notes.last is None:
                value = float(np.unique(np.asarray(values))[0])
                distribution, parameters = "constant", [value]
            else:
                distribution, parameters = notes.last
            print(name, " ".join(map(str, shape)), distribution, " ".join(map(bits, parameters)), sep=",")
        weights = np.asarray(keras.initializers.get(name)((2000, 2000)))
        print(name, "2000 2000", "std of draws", bits(weights.std(dtype=np.float64)), sep=",")


if __name__ == "__main__":
    main()
