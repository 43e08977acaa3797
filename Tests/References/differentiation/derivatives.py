"""Writes derivatives.tsv: first and second derivatives of functions by PyTorch's autograd, in double precision.

Columns, separated by tabs: the parameters, the body in gradus's notation, the point, the gradient, the Hessian row by row;
numbers as the bits of doubles in hexadecimal. Run: python derivatives.py > derivatives.tsv
"""

import math
import struct

import torch
from torch import (
    abs, acos, acosh, asin, asinh, atan, atan2, atanh, clip, cos, cosh, cumprod, cumsum, erf, erfc, exp, exp2, expm1,
    hypot, log, log1p, log2, log10, maximum, minimum, prod, sigmoid, sin, sinh, sqrt, tan, tanh,
)
from torch.nn.functional import relu

torch.set_default_dtype(torch.float64)


def cbrt(x):
    return torch.sign(x) * torch.abs(x) ** (1 / 3)


def row(*elements):
    return torch.stack([torch.as_tensor(e, dtype=torch.float64) for e in elements])


def mean(v):
    return v.mean()


def std(v, ddof=0):
    return v.std(correction=ddof)


def var(v, ddof=0):
    return v.var(correction=ddof)


def norm(v, order=2):
    return torch.linalg.vector_norm(v, ord=order)


def correlation(u, v):
    return ((u - u.mean()) * (v - v.mean())).mean() / (u.std(correction=0) * v.std(correction=0))


e = math.e
pi = math.pi

# Parameters, body in gradus, point, and the body in Python where it is not the same text.
CASES = [
    ("x", "x**3 - 2*x + 1", [1.7]),
    ("x", "(x - 3)**2", [5.0]),
    ("x", "1/x", [0.3]),
    ("x", "x**-2.5", [1.9]),
    ("x", "x**x", [1.4]),
    ("x", "2**x", [2.2]),
    ("x", "e**(3*x)", [0.4]),
    ("x", "sqrt(1 + x**2)", [0.8]),
    ("x", "√(2x) + √x", [2.6], "sqrt(2*x) + sqrt(x)"),
    ("x", "cbrt(x)", [2.7]),
    ("x", "exp(-x**2)", [0.6]),
    ("x", "exp2(x)*x", [0.9]),
    ("x", "expm1(x)/x", [0.7]),
    ("x", "log(x)**2", [3.1]),
    ("x", "log1p(x**2)", [0.5]),
    ("x", "log2(x) + log10(x)", [4.2]),
    ("x", "sin(x)*cos(2*x)", [1.1]),
    ("x", "tan(x)", [0.9]),
    ("x", "sin(1/x)", [0.7]),
    ("x", "asin(x)*acos(x)", [0.3]),
    ("x", "atan(x**2)", [1.2]),
    ("x", "sinh(x)/cosh(x) - x", [0.9]),
    ("x", "asinh(x) + acosh(x + 1)", [1.5]),
    ("x", "atanh(x)**2", [0.45]),
    ("x", "erf(x)*x", [0.8]),
    ("x", "erfc(x)", [1.3]),
    ("x", "tanh(x)", [0.7]),
    ("x", "tanh(tanh(tanh(x)))", [1.1]),
    ("x", "sigmoid(x)", [-1.3]),
    ("x", "sigmoid(5*x)*(1 - sigmoid(5*x))", [0.2]),
    ("x", "relu(x)**3", [1.4]),
    ("x", "relu(x) + x**2", [-0.4]),
    ("x", "|x - 2| × x", [0.5], "abs(x - 2)*x"),
    ("x", "x % 3 + x² % 2", [4.3], "torch.remainder(x, 3) + torch.remainder(x**2, 2)"),
    ("x", "log(1 + exp(-x))", [0.35]),
    ("x", "(x + 1)/(x - 1)", [3.3]),
    ("x", "((x**2 + 1)**3 - 1)**0.5", [0.9]),
    ("x", "if x > 0 then x² × sin(x) else -x", [1.2], "x**2*sin(x)"),
    ("x", "if x > 0 then x² × sin(x) else x³", [-0.6], "x**3"),
    ("x", "sum([xⁿ / n for n in 1..6])", [0.7], None),
    ("x", "prod([x + n for n in 1..4])", [0.4], "(x + 1)*(x + 2)*(x + 3)*(x + 4)"),
    ("x", "clip(x, 0, 1)*exp(x)", [0.4]),
    ("x", "maximum(x, x**2) + minimum(sin(x), x/2)", [1.6]),
    ("x, y", "x**2*y + y**3", [1.2, -0.7]),
    ("x, y", "x**y", [1.5, 2.3]),
    ("x, y", "sin(x*y)/(x + y)", [0.8, 1.9]),
    ("x, y", "atan2(y, x)", [1.2, 0.5]),
    ("x, y", "hypot(x, y)", [1.2, -0.5]),
    ("x, y", "log(exp(x) + exp(y))", [0.3, 1.1]),
    ("w, b", "(tanh(w*2 + b) - 1)**2", [0.5, 0.1]),
    ("w, b", "-log(sigmoid(w*1.5 + b))", [0.4, -0.2]),
    ("x, y", "(1 - x)**2 + 100*(y - x**2)**2", [0.7, 0.9]),
    ("x, y", "[[x, y], [y, x²]] @ [x, 1] @ [1, y]", [0.6, 1.3], "x*x + y + y*(y*x + x**2)"),
    ("x, y, z", "x*y*z + x/y - z**2", [1.1, 0.7, 2.3]),
    ("x, y, z", "norm([x, y, z])", [1.0, -2.0, 0.5], "norm(row(x, y, z))"),
    ("x, y, z", "norm([x, y, z], 3)", [1.0, -2.0, 0.5], "norm(row(x, y, z), 3)"),
    ("x, y, z", "std([x, y, z]) × mean([x, y, z])", [1.0, 2.5, 0.5], "std(row(x, y, z))*mean(row(x, y, z))"),
    ("x, y, z", "var([x, y, z, 1], ddof=1)", [1.3, 2.5, 0.5], "var(row(x, y, z, 1.0), 1)"),
    ("x, y, z", "max([x, y, z])² + min([x, y, z])", [1.3, 2.5, 0.5], "y**2 + z"),
    ("x, y, z", "sort([x, y, z])[1] × cumsum([x, y, z])[1]", [1.3, 2.5, 0.5], "x*(x + y)"),
    ("x, y, z", "cumprod([x, y, z])[2] + prod([x, y, z])²", [1.3, 0.5, 0.7], "x*y*z + (x*y*z)**2"),
    ("x, y, z", "correlation([x, y, z, 1], [1, 3, 2, 5])", [1.3, 2.5, 0.5],
     "correlation(row(x, y, z, 1.0), row(1.0, 3.0, 2.0, 5.0))"),
    ("a, b, c, d", "(a*b - c*d)**2/(1 + a**2)", [0.9, 1.4, -0.3, 2.2]),
    ("a, b, c, d", "tanh(a*tanh(b*0.5 + c) + d)", [0.9, 1.4, -0.3, 0.2]),
    ("a, b, c, d", "sum(linspace(a, b, 5)²) + c / d", [0.9, 1.4, -0.3, 2.2],
     "sum((a + (b - a)*k/4)**2 for k in range(5)) + c/d"),
    ("a, b, c, d, x", "a*sigmoid(b*x + c) + d*exp(-x**2)", [1.2, 0.7, -0.4, 0.3, 0.8]),
    ("a, b, c, d, x", "(((a*x + b)*x + c)*x + d)**2", [0.2, -0.7, 0.4, 0.3, 1.8]),
    ("a, b, c, d, x", "sigmoid([[a, b], [c, d]] @ [x, 1])[0] × tanh(c × x)", [0.2, -0.7, 0.4, 0.3, 1.8],
     "sigmoid(a*x + b)*tanh(c*x)"),
    ("a, b, c, d, x", "sum(tanh([a, b] × x + [c, d])²)", [0.2, -0.7, 0.4, 0.3, 0.8],
     "(tanh(row(a, b)*x + row(c, d))**2).sum()"),
]


def bits(numbers):
    return " ".join(format(struct.unpack("<Q", struct.pack("<d", float(n)))[0], "016x") for n in numbers)


def main():
    print("parameters\tbody\tpoint\tgradient\tHessian")
    for parameters, body, point, *python in CASES:
        text = python[0] if python and python[0] else body
        if python and python[0] is None:
            text = "sum(x**n/n for n in range(1, 7))"
        names = parameters.split(", ")
        code = compile(text, text, "eval")

        def function(*values):
            return eval(code, {**globals(), **dict(zip(names, values))})

        inputs = tuple(torch.tensor(p) for p in point)
        gradient = torch.autograd.functional.jacobian(function, inputs)
        hessian = torch.autograd.functional.hessian(function, inputs)
        flat = [h for line in hessian for h in line]
        print("\t".join([parameters, body, bits(point), bits(gradient), bits(flat)]))


main()
