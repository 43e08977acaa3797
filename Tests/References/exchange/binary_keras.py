# Made by gradus for Keras 3.
import keras

net = keras.Sequential([
    keras.Input(shape=(2,)),
    keras.layers.Dense(5, activation="tanh", kernel_initializer="glorot_uniform", bias_initializer="zeros", name="dense_1"),
    keras.layers.Dense(1, activation="sigmoid", kernel_initializer="glorot_uniform", bias_initializer="zeros", name="dense_2"),
])


def load_weights(path):
    # The file that gradus made: save net "net.safetensors"
    from safetensors.numpy import load_file

    arrays = load_file(path)
    for layer in net.layers:
        layer.set_weights([arrays[f"{layer.name}.{weight.name}"] for weight in layer.weights])


net.compile(
    optimizer=keras.optimizers.SGD(learning_rate=0.1, momentum=0.0, nesterov=False),
    loss=keras.losses.BinaryCrossentropy(),
)


def train(x, y):
    return net.fit(x, y, epochs=5, batch_size=8, shuffle=False)
