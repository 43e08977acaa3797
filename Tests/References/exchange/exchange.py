"""Runs what gradus exports: python exchange.py path/to/gradus

For each network of nets.tsv gradus exports the source for Keras and PyTorch and saves the initial weights. The sources are
run here, in float64, with these weights; predictions.csv has what the networks then put out for six points, and again
after the exported train(x, y) on the points that gradus was trained on. (Epsilon is next to nothing where PyTorch adds it
elsewhere than Keras and gradus do.) The sources are kept beside it. foreign.csv has
the outputs of networks whose weights PyTorch and Keras saved themselves: the files *.safetensors, in several formats.
"""

import os
import pathlib
import struct
import subprocess
import sys
import tempfile

os.environ["KERAS_BACKEND"] = "torch"
import keras
import numpy as np
import safetensors.numpy
import safetensors.torch
import torch
from keras.src import backend
from keras.src.backend.common import dtypes

HERE = pathlib.Path(__file__).parent
GRADUS = sys.argv[1]
keras.config.set_floatx("float64")
keras.config.set_dtype_policy("float64")
torch.set_default_dtype(torch.float64)
# Keras takes the product of float64 matrices for float32, whatever was set above.
narrow_type = dtypes.result_type
dtypes.result_type = backend.result_type = lambda *types: (
    "float64" if any("float64" in str(type) for type in types) else narrow_type(*types))


def bits(values):
    return " ".join(f"{struct.unpack('<Q', struct.pack('<d', float(v)))[0]:x}" for v in np.ravel(values))


def gradus(*lines):
    subprocess.run([GRADUS] + [part for line in lines for part in ("-e", line)], check=True, stdout=subprocess.DEVNULL)


def points(columns):
    return np.random.default_rng(3).normal(0, 1, (6, columns))


rows = []
for line in (HERE / "nets.tsv").read_text().splitlines()[1:]:
    name, network, training, _ = line.split("\t")
    with tempfile.TemporaryDirectory() as folder:
        data = training.split(" epochs=")[0].removeprefix("train net ")
        commands = [
            f"net = {network}", f'save net "{folder}/keras.safetensors"', f'save net "{folder}/torch.safetensors" as=torch']
        if training:
            commands += [
                f"data = {data}", f'save features(data) "{folder}/x.npy"', f'save targets(data) "{folder}/y.npy"', training]
        commands += [f'export net "{HERE}/{name}_{library}.py" as={library}' for library in ("keras", "torch")]
        gradus(*commands)
        for library in ("keras", "torch"):
            module = {}
            exec((HERE / f"{name}_{library}.py").read_text(), module)
            # With the initial values of its own the network runs too.
            net = module["net"]
            module["load_weights"](f"{folder}/{library}.safetensors")
            inputs = points(int(network.split("input(")[1].split(")")[0]))

            def predict():
                if library == "keras":
                    return net.predict(inputs, verbose=0)
                return net(torch.from_numpy(inputs)).detach().numpy()

            before, after = predict(), []
            if training:
                x, y = np.load(f"{folder}/x.npy"), np.load(f"{folder}/y.npy")
                module["train"](*((x, y) if library == "keras" else (torch.from_numpy(x), torch.from_numpy(y))))
                after = predict()
            rows.append(f"{name},{library},{bits(inputs)},{bits(before)},{bits(after)}")
(HERE / "predictions.csv").write_text("name,library,points,outputs,outputs after training\n" + "\n".join(rows) + "\n")

torch.manual_seed(1)
rows = []
for name, kind in [("torch_float64", torch.float64), ("torch_float32", torch.float32), ("torch_float16", torch.float16),
                   ("torch_bfloat16", torch.bfloat16)]:
    net = torch.nn.Sequential(
        torch.nn.Linear(3, 12), torch.nn.Tanh(), torch.nn.BatchNorm1d(12, eps=0.001), torch.nn.Linear(12, 2)).to(kind)
    net[2].running_mean.copy_(torch.linspace(-1, 1, 12))
    net[2].running_var.copy_(torch.linspace(0.5, 2, 12))
    safetensors.torch.save_file(net.state_dict(), HERE / f"{name}.safetensors")
    net = net.double().eval()
    rows.append(f"{name},{bits(points(3))},{bits(net(torch.from_numpy(points(3))).detach())}")
net = keras.Sequential([
    keras.Input((3,)), keras.layers.Dense(12, activation="tanh"), keras.layers.BatchNormalization(),
    keras.layers.Dense(2)])
net.layers[1].set_weights([np.linspace(a, b, 12) for a, b in [(1, 2), (0, 1), (-1, 1), (0.5, 2)]])
safetensors.numpy.save_file({w.path: keras.ops.convert_to_numpy(w) for w in net.weights}, HERE / "keras.safetensors")
rows.append(f"keras,{bits(points(3))},{bits(net.predict(points(3), verbose=0))}")
(HERE / "foreign.csv").write_text("file,points,outputs\n" + "\n".join(rows) + "\n")
