"""Prints training.csv: a small network trained by PyTorch in float64 for 200 steps (40 epochs of 5 batches of 8 of the 40
circles, unshuffled), with initial and final parameters as bits; and circles.csv: the points of circles(40, noise=0.1,
seed=3) by NumPy. Weights of a layer lie as Keras has them, [inputs, units]. Options of the optimizer are separated by ;
and have Keras's names. Where PyTorch adds epsilon elsewhere than Keras does, it is 1e-30 here.
"""

import pathlib
import struct

import numpy as np
import torch

torch.set_default_dtype(torch.float64)
HERE = pathlib.Path(__file__).parent
F = torch.nn.functional
STEPS = 200


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


ACTIVATIONS = {
    "linear": lambda x: x, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu,
    "leaky_relu": lambda x: F.leaky_relu(x, 0.01), "elu": F.elu, "selu": F.selu, "gelu": F.gelu, "silu": F.silu,
    "softplus": lambda x: F.softplus(x, threshold=1000), "softsign": F.softsign,
    # PyTorch's own hardsigmoid has 1/6 in single precision.
    "hard_sigmoid": lambda x: torch.clamp(x / 6 + 0.5, 0, 1),
    "mish": F.mish, "exponential": torch.exp, "softmax": lambda x: F.softmax(x, 1),
}


def binary_crossentropy(p, y):
    q = torch.clamp(p, 1e-7, 1 - 1e-7)
    return F.binary_cross_entropy(q, y)


LOSSES = {
    "mse": F.mse_loss, "mae": F.l1_loss, "huber": F.huber_loss,
    "log_cosh": lambda p, y: torch.mean(torch.log(torch.cosh(p - y))),
    "hinge": lambda p, y: torch.mean(torch.relu(1 - (2 * y - 1) * p)),
    "binary_crossentropy": binary_crossentropy,
    "categorical_crossentropy": lambda p, y: -(y * torch.log(p)).sum(1).mean(),
    "kl_divergence": lambda p, y: F.kl_div(
        torch.log(torch.clamp(p, 1e-7, 1)), torch.clamp(y, 1e-7, 1), reduction="batchmean"),
}

optim = torch.optim
rates = optim.lr_scheduler
OPTIMIZERS = [
    ("sgd", "learning_rate=0.1", lambda w: optim.SGD(w, lr=0.1)),
    ("sgd", "learning_rate=0.1;momentum=0.9", lambda w: optim.SGD(w, lr=0.1, momentum=0.9)),
    ("sgd", "learning_rate=0.1;momentum=0.9;nesterov=true", lambda w: optim.SGD(w, lr=0.1, momentum=0.9, nesterov=True)),
    ("adagrad", "learning_rate=0.1;epsilon=1e-30",
     lambda w: optim.Adagrad(w, lr=0.1, initial_accumulator_value=0.1, eps=1e-30)),
    ("adadelta", "learning_rate=1;rho=0.9", lambda w: optim.Adadelta(w, lr=1, rho=0.9, eps=1e-7)),
    ("rmsprop", "learning_rate=0.01;epsilon=1e-30", lambda w: optim.RMSprop(w, lr=0.01, alpha=0.9, eps=1e-30)),
    ("rmsprop", "learning_rate=0.01;momentum=0.5;epsilon=1e-30;centered=true",
     lambda w: optim.RMSprop(w, lr=0.01, alpha=0.9, momentum=0.5, eps=1e-30, centered=True)),
    ("adam", "learning_rate=0.01;epsilon=1e-30", lambda w: optim.Adam(w, lr=0.01, eps=1e-30)),
    ("adam", "learning_rate=0.01;beta_1=0.8;beta_2=0.95;epsilon=1e-30",
     lambda w: optim.Adam(w, lr=0.01, betas=(0.8, 0.95), eps=1e-30)),
    ("adamw", "learning_rate=0.01;epsilon=1e-30", lambda w: optim.AdamW(w, lr=0.01, eps=1e-30, weight_decay=0.004)),
    ("adamw", "learning_rate=0.01;epsilon=1e-30;weight_decay=0.5",
     lambda w: optim.AdamW(w, lr=0.01, eps=1e-30, weight_decay=0.5)),
    ("adamax", "learning_rate=0.01;epsilon=1e-30", lambda w: optim.Adamax(w, lr=0.01, eps=1e-30)),
    ("nadam", "learning_rate=0.01;epsilon=1e-30", lambda w: optim.NAdam(w, lr=0.01, eps=1e-30, momentum_decay=1)),
]
CLIPS = [
    ("clip_value", 0.01, lambda ws: torch.nn.utils.clip_grad_value_(ws, 0.01)),
    ("clip_norm", 0.02, lambda ws: [clip([w], 0.02) for w in ws]),
    ("global_clip_norm", 0.05, lambda ws: clip(ws, 0.05)),
]
SCHEDULES = [
    ("step_decay 0.1 30 0.5", lambda o: rates.StepLR(o, 30, 0.5)),
    ("exponential_decay 0.1 100 0.3", lambda o: rates.ExponentialLR(o, 0.3 ** (1 / 100))),
    ("cosine_decay 0.1 200 0.1", lambda o: rates.CosineAnnealingLR(o, 200, 0.01)),
    ("cyclic_rate 0.1 0.5 30", lambda o: rates.CyclicLR(o, 0.1, 0.5, 30, cycle_momentum=False)),
    ("warm_up 0.1 50", lambda o: rates.LinearLR(o, 1 / 50, 1, 49)),
]


def clip(weights, bound):
    """PyTorch's own adds 1e-6 to the norm."""
    norm = torch.sqrt(sum((w.grad ** 2).sum() for w in weights))
    if norm > bound:
        for w in weights:
            w.grad *= bound / norm


def train(hidden, output, loss, make, points, classes, schedule=None, clips=None, normalized=False):
    rng = np.random.default_rng(11)
    outputs = 2 if output == "softmax" else 1
    start = rng.normal(0, 0.8, 9 + 4 * outputs)
    shapes = [(2, 3), (3,), (3, outputs), (outputs,)]
    parts, place = [], 0
    for shape in shapes:
        parts.append(start[place : place + int(np.prod(shape))].reshape(shape))
        place += int(np.prod(shape))
    if normalized:
        parts[2:2] = [np.ones(3), np.zeros(3)]
    weights = [torch.tensor(p.copy(), requires_grad=True) for p in parts]
    mean, variance = torch.zeros(3), torch.ones(3)
    optimizer = make(weights)
    scheduler = schedule(optimizer) if schedule else None
    x, y = torch.tensor(points), torch.tensor(classes).reshape(-1, 1)
    if outputs == 2:
        y = torch.cat([1 - y, y], 1)

    def parameters():
        parts = [w.detach().numpy().ravel() for w in weights]
        if normalized:
            # PyTorch's running variance is the unbiased one.
            left = 0.99 ** (0 if torch.all(mean == 0) else STEPS)
            parts[4:4] = [mean.numpy().copy(), (variance.numpy() - left) * 7 / 8 + left]
        return np.concatenate(parts)

    first = parameters()
    step = 0
    while step < STEPS:
        for i in range(0, len(x), 8):
            optimizer.zero_grad()
            h = ACTIVATIONS[hidden](x[i : i + 8] @ weights[0] + weights[1])
            if normalized:
                h = F.batch_norm(h, mean, variance, weights[2], weights[3], True, 0.01, 1e-3)
            p = ACTIVATIONS[output](h @ weights[-2] + weights[-1])
            LOSSES[loss](p, y[i : i + 8]).backward()
            if clips:
                clips(weights)
            optimizer.step()
            if scheduler:
                scheduler.step()
            step += 1
    return first, parameters()


def main():
    points, classes = circles(40, 0.1, 0.8, 3)
    with open(HERE / "circles.csv", "w") as file:
        print("x,y,class", file=file)
        for (x, y), c in zip(points, classes):
            print(bits([x, y]), int(c), sep=",", file=file)
    sgd = OPTIMIZERS[0]
    with open(HERE / "training.csv", "w") as file:
        print("hidden,normalized,output,loss,optimizer,options,schedule,parameters", file=file)

        def row(hidden, output, loss, optimizer=sgd, extra="", schedule=("", None), normalized=False, clips=None):
            name, options, make = optimizer
            start, end = train(hidden, output, loss, make, points, classes, schedule[1], clips, normalized)
            print(hidden, str(normalized).lower(), output, loss, name, options + extra, schedule[0], bits(start),
                  bits(end), sep=",", file=file)

        for hidden in ACTIVATIONS:
            row(hidden, "sigmoid", "mse")
            row(hidden, "softmax", "categorical_crossentropy")
        for loss in LOSSES:
            outputs = {"binary_crossentropy": ["sigmoid"], "categorical_crossentropy": ["softmax"],
                       "kl_divergence": ["softmax", "sigmoid"]}.get(loss, ["linear", "sigmoid", "softmax"])
            for output in outputs:
                row("tanh", output, loss)
        for optimizer in OPTIMIZERS:
            row("tanh", "sigmoid", "mse", optimizer)
        for name, bound, clips in CLIPS:
            for optimizer in (OPTIMIZERS[0], OPTIMIZERS[7]):
                row("tanh", "sigmoid", "mse", optimizer, f";{name}={bound}", clips=clips)
        for schedule in SCHEDULES:
            row("tanh", "sigmoid", "mse", schedule=schedule)
        for hidden in ("tanh", "relu"):
            row(hidden, "sigmoid", "mse", normalized=True)
            row(hidden, "softmax", "categorical_crossentropy", normalized=True)


if __name__ == "__main__":
    main()
