# Made by gradus for Keras 3.
import keras

net = keras.Sequential([
    keras.Input(shape=(1,)),
    keras.layers.Dense(8, activation="elu", kernel_initializer="lecun_uniform", bias_initializer=keras.initializers.RandomNormal(mean=0.0, stddev=0.1), name="dense_1"),
    keras.layers.Dense(1, activation="linear", kernel_initializer="glorot_uniform", bias_initializer="zeros", name="dense_2"),
])


def load_weights(path):
    # The file that gradus made: save net "net.safetensors"
    from safetensors.numpy import load_file

    arrays = load_file(path)
    for layer in net.layers:
        layer.set_weights([arrays[f"{layer.name}.{weight.name}"] for weight in layer.weights])


net.compile(
    optimizer=keras.optimizers.AdamW(learning_rate=0.01, beta_1=0.9, beta_2=0.999, epsilon=1e-20, weight_decay=0.004),
    loss=keras.losses.MeanAbsoluteError(),
)


def train(x, y):
    return net.fit(x, y, epochs=3, batch_size=10, shuffle=False)
