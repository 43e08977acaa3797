"""Prints rates.csv: learning-rate range tests by PyTorch in float64 on a 2-3-1 network and the 40 points of circles.csv,
unshuffled.

A row is the optimizer, the size of the batches, the low and the high rate, the number of batches wanted, the share that the running mean keeps,
the number of batches until it was more than four times its smallest, the rate at which it is smallest, the rate around which
it falls fastest over a tenth of all batches, both among the batches after the first tenth, ten at most, and before the last,
and as bits the 13 weights to begin with, the losses and the smoothed losses. Rates are empty where the smoothed loss falls by
less than a twentieth, or than four times the noise that the losses' differences from batch to batch make.
"""

import pathlib
import struct

import numpy as np
import torch

torch.set_default_dtype(torch.float64)
HERE = pathlib.Path(__file__).parent
CASES = [
    ("sgd", 40, lambda w: torch.optim.SGD(w, lr=1), 1e-3, 15, 100, 0.9),
    ("adam", 40, lambda w: torch.optim.Adam(w, lr=1, eps=1e-30), 1e-5, 10, 60, 0),
    ("adam", 20, lambda w: torch.optim.Adam(w, lr=1, eps=1e-30), 1e-4, 10, 100, 0.9),
    ("sgd", 8, lambda w: torch.optim.SGD(w, lr=1), 1e-3, 1, 40, 0.98),
    ("sgd", 8, lambda w: torch.optim.SGD(w, lr=1), 1e-8, 1e-7, 30, 0),
]


def double(bits):
    return struct.unpack("<d", struct.pack("<Q", int(bits, 16)))[0]


def bits(values):
    return ",".join(f"{struct.unpack('<Q', struct.pack('<d', float(v)))[0]:x}" for v in values)


rows = [line.split(",") for line in (HERE / "circles.csv").read_text().split("\n")[1:] if line]
points = torch.tensor([[double(r[0]), double(r[1])] for r in rows])
targets = torch.tensor([[float(r[2])] for r in rows])
with open(HERE / "rates.csv", "w") as file:
    print("optimizer,batch,low,high,steps,smoothing,batches,minimum,steepest,numbers", file=file)
    for name, size, make, low, high, steps, smoothing in CASES:
        start = np.random.default_rng(11).normal(0, 0.8, 13)
        parts = [start[:6].reshape(2, 3), start[6:9], start[9:12].reshape(3, 1), start[12:]]
        weights = [torch.tensor(p.copy(), requires_grad=True) for p in parts]
        optimizer = make(weights)
        rates, losses, smoothed, mean = [], [], [], 0.0
        for i in range(steps):
            rate = low * (high / low) ** (i / (steps - 1))
            optimizer.param_groups[0]["lr"] = rate
            start_row = i % (40 // size) * size
            rows = slice(start_row, start_row + size)
            optimizer.zero_grad()
            hidden = torch.tanh(points[rows] @ weights[0] + weights[1])
            loss = torch.nn.functional.mse_loss(torch.sigmoid(hidden @ weights[2] + weights[3]), targets[rows])
            loss.backward()
            optimizer.step()
            mean = smoothing * mean + (1 - smoothing) * loss.item()
            rates.append(rate)
            losses.append(loss.item())
            smoothed.append(mean / (1 - smoothing ** (i + 1)))
            if i > 0 and smoothed[-1] > 4 * min(smoothed):
                break
        s = np.array(smoothed)
        first = min(10, len(s) // 10)
        judged = np.arange(first, len(s) - 1)
        lowest = judged[np.argmin(s[judged])]
        spread = np.median(np.abs(np.diff(losses[: lowest + 1]))) / 0.6745
        noise = spread * np.sqrt((1 - smoothing) / (1 + smoothing) / 2)
        falls = s[first] - s[lowest] > max(0.05 * s[first], 4 * noise)
        reach = max(1, len(s) // 20)
        inside = [i for i in range(first, lowest + 1) if i >= reach and i + reach < len(s)]
        minimum = rates[lowest] if falls else ""
        steepest = rates[min(inside, key=lambda i: s[i + reach] - s[i - reach])] if falls else ""
        print(name, size, low, high, steps, smoothing, len(s), minimum, steepest, bits([*start, *losses, *smoothed]), sep=",",
              file=file)
