"""Prints descents.csv: walks of PyTorch's optimizers in float64 on two functions of two variables, Rosenbrock's valley
(1 - x)² + 100 (y - x²)² from [-1.2, 1] and the ravine x² / 2 + 50 y² from [10, 1].

A row is the function, the optimizer and its options with Keras's names, a schedule or nothing, the number of steps, and as
bits x and y after a fifth, two fifths … and all of them. Where PyTorch adds epsilon elsewhere than Keras does, it is 1e-30.
Momentum under a schedule is another thing in PyTorch, which multiplies the kept part by the new rate too; and centered
squares lose their digits in Rosenbrock's valley: neither is compared there.
"""

import pathlib
import struct

import torch

from training import OPTIMIZERS

torch.set_default_dtype(torch.float64)
HERE = pathlib.Path(__file__).parent
FUNCTIONS = {
    "rosenbrock": ([-1.2, 1.0], lambda p: (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2),
    "ravine": ([10.0, 1.0], lambda p: p[0] ** 2 / 2 + 50 * p[1] ** 2),
}
rates = torch.optim.lr_scheduler
optim = torch.optim
PLAIN = [
    ("sgd", "learning_rate=0.001", lambda w: optim.SGD(w, lr=0.001)),
    ("sgd", "learning_rate=0.001;momentum=0.9", lambda w: optim.SGD(w, lr=0.001, momentum=0.9)),
    ("sgd", "learning_rate=0.001;momentum=0.9;nesterov=true",
     lambda w: optim.SGD(w, lr=0.001, momentum=0.9, nesterov=True)),
]
SCHEDULES = [
    ("step_decay 0.001 30 0.5", lambda o: rates.StepLR(o, 30, 0.5)),
    ("cosine_decay 0.001 200 0.1", lambda o: rates.CosineAnnealingLR(o, 200, 0.0001)),
    ("warm_up 0.001 50", lambda o: rates.LinearLR(o, 1 / 50, 1, 49)),
]
STEPS = 200


def bits(values):
    return ",".join(f"{struct.unpack('<Q', struct.pack('<d', float(v)))[0]:x}" for v in values)


def walk(start, function, make, schedule):
    point = torch.tensor(start, requires_grad=True)
    optimizer = make([point])
    scheduler = schedule(optimizer) if schedule else None
    places = []
    for step in range(STEPS):
        optimizer.zero_grad()
        function(point).backward()
        optimizer.step()
        if scheduler:
            scheduler.step()
        if (step + 1) % (STEPS // 5) == 0:
            places += point.tolist()
    return places


with open(HERE / "descents.csv", "w") as file:
    print("function,optimizer,options,schedule,steps,points", file=file)
    for name, (start, function) in FUNCTIONS.items():
        adaptive = [o for o in OPTIMIZERS if o[0] != "sgd"]
        for optimizer, options, make in PLAIN + adaptive:
            if name == "rosenbrock" and "centered" in options:
                continue
            places = walk(start, function, make, None)
            print(name, optimizer, options, "", STEPS, bits(places), sep=",", file=file)
        for text, schedule in SCHEDULES:
            places = walk(start, function, PLAIN[0][2], schedule)
            print(name, "sgd", PLAIN[0][1], text, STEPS, bits(places), sep=",", file=file)
