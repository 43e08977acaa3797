# Made by gradus for Keras 3.
import keras

net = keras.Sequential([
    keras.Input(shape=(3,)),
    keras.layers.Dense(4, activation=keras.layers.LeakyReLU(negative_slope=0.2), kernel_initializer="glorot_normal", bias_initializer="zeros", name="dense_1"),
    keras.layers.BatchNormalization(momentum=0.9, epsilon=0.001, name="batch_normalization_2"),
    keras.layers.Dropout(0.25, name="dropout_3"),
    keras.layers.Dense(2, activation="linear", kernel_initializer="glorot_uniform", bias_initializer="zeros", name="dense_4"),
])


def load_weights(path):
    # The file that gradus made: save net "net.safetensors"
    from safetensors.numpy import load_file

    arrays = load_file(path)
    for layer in net.layers:
        layer.set_weights([arrays[f"{layer.name}.{weight.name}"] for weight in layer.weights])
