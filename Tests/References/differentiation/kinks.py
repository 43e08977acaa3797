"""Derivatives at kinks and at the edges of domains, by PyTorch's autograd: kinks.csv.

    pip install torch==2.13.0
    python3 kinks.py > kinks.csv

Each row has a function of x in gradus's notation, the numbers of x (or the vector's) and the derivative (or gradient).
Outside a function's domain gradus answers nan where PyTorch evaluates the formula of the derivative all the same; such
rows are written by the rule, not by PyTorch, and say so in the last column.
"""

import math
import torch

NUMBERS = [-2.0, -1.0, -0.5, -0.0, 0.0, 0.5, 1.0, 2.0]

# gradus, PyTorch: functions of one number.
SCALAR = [
    ("|x|", torch.abs), ("abs(x)", torch.abs), ("sign(x)", torch.sign), ("floor(x)", torch.floor),
    ("ceil(x)", torch.ceil), ("round(x)", torch.round), ("trunc(x)", torch.trunc),
    ("relu(x)", torch.relu), ("leaky_relu(x)", lambda x: torch.nn.functional.leaky_relu(x, 0.01)),
    ("elu(x)", torch.nn.functional.elu), ("selu(x)", torch.nn.functional.selu),
    ("softsign(x)", torch.nn.functional.softsign),
    ("max(x, 0)", lambda x: torch.max(torch.stack([x, torch.tensor(0.0, dtype=x.dtype)]))),
    ("min(x, 1)", lambda x: torch.min(torch.stack([x, torch.tensor(1.0, dtype=x.dtype)]))),
    ("maximum(x, 0)", lambda x: torch.maximum(x, torch.tensor(0.0, dtype=x.dtype))),
    ("minimum(x, 1)", lambda x: torch.minimum(x, torch.tensor(1.0, dtype=x.dtype))),
    ("maximum(x, x)", lambda x: torch.maximum(x, x)), ("max(x, x)", lambda x: torch.max(torch.stack([x, x]))),
    ("clip(x, -1, 1)", lambda x: torch.clamp(x, -1, 1)),
    ("sqrt(x)", torch.sqrt), ("√x", torch.sqrt), ("√(x²)", lambda x: torch.sqrt(x**2)),
    ("log(x)", torch.log), ("log2(x)", torch.log2), ("log10(x)", torch.log10), ("log1p(x)", torch.log1p),
    ("asin(x)", torch.asin), ("acos(x)", torch.acos), ("acosh(x)", torch.acosh), ("atanh(x)", torch.atanh),
    ("x^x", lambda x: x**x), ("x^0", lambda x: x**0), ("x^1", lambda x: x**1), ("x^2", lambda x: x**2),
    ("x^3", lambda x: x**3), ("x^0.5", lambda x: x**0.5), ("x^-1", lambda x: x**-1), ("x^1.5", lambda x: x**1.5),
    ("0^x", lambda x: torch.tensor(0.0, dtype=x.dtype) ** x), ("2^x", lambda x: torch.tensor(2.0, dtype=x.dtype) ** x),
    ("where(x > 0, x, 0)", lambda x: torch.where(x > 0, x, torch.zeros_like(x))),
    ("where(x > 0, √x, 0)", lambda x: torch.where(x > 0, torch.sqrt(x), torch.zeros_like(x))),
    ("hypot(x, 0)", lambda x: torch.hypot(x, torch.zeros_like(x))),
    ("hypot(x, 1)", lambda x: torch.hypot(x, torch.ones_like(x))),
    ("atan2(x, 0)", lambda x: torch.atan2(x, torch.zeros_like(x))),
    ("atan2(0, x)", lambda x: torch.atan2(torch.zeros_like(x), x)),
    ("atan2(x, x)", lambda x: torch.atan2(x, x)),
    ("x % 1", lambda x: torch.remainder(x, torch.ones_like(x))),
    ("|x|^3", lambda x: x.abs() ** 3), ("|x|^1.5", lambda x: x.abs() ** 1.5), ("|x|^0.5", lambda x: x.abs() ** 0.5),
    ("x × |x|", lambda x: x * x.abs()), ("|x| / x", lambda x: x.abs() / x),
]

VECTORS = [
    [0.0, 0.0], [3.0, 4.0], [0.0, 1.0], [1.0, 1.0], [-1.0, 1.0], [2.0, 2.0, 2.0], [1.0, 3.0, 3.0, 2.0], [0.0, 0.0, 5.0],
    [-2.0, 0.0, 2.0],
]

# Functions of a vector that yield a number.
VECTOR = [
    ("norm(x)", torch.linalg.norm), ("norm(x)²", lambda x: torch.linalg.norm(x) ** 2),
    ("norm(x, 1)", lambda x: torch.linalg.norm(x, 1)), ("norm(x, 3)", lambda x: torch.linalg.norm(x, 3)),
    ("norm(x, 1.5)", lambda x: torch.linalg.norm(x, 1.5)), ("norm(x, ∞)", lambda x: torch.linalg.norm(x, math.inf)),
    ("max(x)", torch.max), ("min(x)", torch.min), ("sum(relu(x))", lambda x: torch.relu(x).sum()),
    ("sum(|x|)", lambda x: x.abs().sum()), ("prod(x)", torch.prod),
    ("std(x)", lambda x: torch.std(x, correction=0)), ("var(x)", lambda x: torch.var(x, correction=0)),
    ("mean(x)", torch.mean), ("sum(sort(x)[:1])", lambda x: torch.sort(x, stable=True).values[:1].sum()),
    ("sum(maximum(x, 0))", lambda x: torch.maximum(x, torch.zeros_like(x)).sum()),
    ("sum(clip(x, 0, 2))", lambda x: torch.clamp(x, 0, 2).sum()),
    ("sum(where(x > 0, x², 0))", lambda x: torch.where(x > 0, x**2, torch.zeros_like(x)).sum()),
    ("softmax(x)[0]", lambda x: torch.softmax(x, 0)[0]), ("cumsum(x)[1]", lambda x: torch.cumsum(x, 0)[1]),
    ("cumprod(x)[1]", lambda x: torch.cumprod(x, 0)[1]),
]


def row(source, point, function):
    x = torch.tensor(point, dtype=torch.float64, requires_grad=True)
    y = function(x)
    if y.requires_grad:
        y.backward()
        slopes = x.grad.reshape(-1).tolist()
    else:
        slopes = [0.0] * x.numel()
    rule = ""
    if math.isnan(y.item()) and not all(math.isnan(slope) for slope in slopes):
        slopes, rule = [math.nan] * len(slopes), "outside the domain"
    points = point if isinstance(point, list) else [point]
    print(";".join([source, " ".join(map(repr, points)), " ".join(map(repr, slopes)), rule]))


print("function;point;derivative;rule")
for source, function in SCALAR:
    for number in NUMBERS:
        row(source, number, function)
for source, function in VECTOR:
    for vector in VECTORS:
        row(source, vector, function)
