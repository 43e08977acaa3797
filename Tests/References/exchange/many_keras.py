# Made by gradus for Keras 3.
import keras

net = keras.Sequential([
    keras.Input(shape=(2,)),
    keras.layers.Dense(3, activation="elu", kernel_initializer=keras.initializers.RandomNormal(mean=0.0, stddev=1.0), bias_initializer="zeros", name="dense_1"),
    keras.layers.Dense(3, activation="selu", kernel_initializer=keras.initializers.RandomNormal(mean=0.0, stddev=1.0), bias_initializer="zeros", name="dense_2"),
    keras.layers.Dense(3, activation="gelu", kernel_initializer=keras.initializers.RandomNormal(mean=0.0, stddev=1.0), bias_initializer="zeros", name="dense_3"),
    keras.layers.Dense(3, activation="silu", kernel_initializer=keras.initializers.RandomNormal(mean=0.0, stddev=1.0), bias_initializer="zeros", name="dense_4"),
    keras.layers.Dense(3, activation="softplus", kernel_initializer=keras.initializers.RandomNormal(mean=0.0, stddev=1.0), bias_initializer="zeros", name="dense_5"),
    keras.layers.Dense(3, activation="softsign", kernel_initializer=keras.initializers.RandomNormal(mean=0.0, stddev=1.0), bias_initializer="zeros", name="dense_6"),
    keras.layers.Dense(3, activation="hard_sigmoid", kernel_initializer=keras.initializers.RandomNormal(mean=0.0, stddev=1.0), bias_initializer="zeros", name="dense_7"),
    keras.layers.Dense(3, activation="mish", kernel_initializer=keras.initializers.RandomNormal(mean=0.0, stddev=1.0), bias_initializer="zeros", name="dense_8"),
    keras.layers.Dense(3, activation="exponential", kernel_initializer=keras.initializers.RandomNormal(mean=0.0, stddev=1.0), bias_initializer="zeros", name="dense_9"),
    keras.layers.Dense(2, activation="linear", kernel_initializer=keras.initializers.RandomNormal(mean=0.0, stddev=1.0), bias_initializer="zeros", name="dense_10"),
])


def load_weights(path):
    # The file that gradus made: save net "net.safetensors"
    from safetensors.numpy import load_file

    arrays = load_file(path)
    for layer in net.layers:
        layer.set_weights([arrays[f"{layer.name}.{weight.name}"] for weight in layer.weights])
