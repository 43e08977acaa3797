"""Writes mathematics.tsv: what NumPy and SciPy make of expressions over some vectors and matrices.

Columns, separated by tabs: the expression in gradus, the results as the bits of doubles in hexadecimal. The first lines
define the vectors. Run: python mathematics.py > mathematics.tsv
"""

import math
import struct

import numpy as np
import scipy.stats as stats
from scipy import special

rng = np.random.default_rng(7)
v = np.round(rng.normal(0, 3, 17), 6)
u = np.round(rng.uniform(-1, 1, 17), 6)
p = np.round(rng.uniform(0.1, 4, 12), 6)
w = np.array([3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0, 5.0, 3.0])
m = np.round(rng.normal(0, 1, (4, 3)), 6)
k = np.round(rng.normal(0, 1, (3, 5)), 6)
NAMES = {"v": v, "u": u, "p": p, "w": w, "m": m, "k": k}

PAIRS = [
    ("v + 2 × u", "v + 2*u"), ("v × u - u / v", "v*u - u/v"), ("v % 2", "v % 2"), ("-v % 3.5", "-v % 3.5"),
    ("p^u[0:12]", "p**u[0:12]"), ("p^-2", "p**-2.0"), ("√p", "np.sqrt(p)"), ("|v|", "np.abs(v)"),
    ("m @ k", "m @ k"), ("m @ k[:, 1]", "m @ k[:, 1]"), ("m[:, 0] @ m", "m[:, 0] @ m"), ("v @ u", "v @ u"),
    ("m + k[0:1, 0:3][0]", "m + k[0, 0:3]"), ("m × 2 - m", "m*2 - m"), ("v > u", "(v > u)*1.0"),
    ("v[2:9]", "v[2:9]"), ("v[::3]", "v[::3]"), ("v[::-1]", "v[::-1]"), ("v[-5:-1]", "v[-5:-1]"), ("v[9:2:-2]", "v[9:2:-2]"),
    ("v[30:]", "v[30:]"), ("m[1:, ::2]", "m[1:, ::2]"), ("m[-1]", "m[-1]"),
    ("cbrt(v)", "np.cbrt(v)"), ("exp(u)", "np.exp(u)"), ("exp2(u)", "np.exp2(u)"), ("expm1(u)", "np.expm1(u)"),
    ("log(p)", "np.log(p)"), ("log1p(p)", "np.log1p(p)"), ("log2(p)", "np.log2(p)"), ("log10(p)", "np.log10(p)"),
    ("sin(v)", "np.sin(v)"), ("cos(v)", "np.cos(v)"), ("tan(v)", "np.tan(v)"), ("asin(u)", "np.arcsin(u)"),
    ("acos(u)", "np.arccos(u)"), ("atan(v)", "np.arctan(v)"), ("atan2(v, u)", "np.arctan2(v, u)"),
    ("sinh(u)", "np.sinh(u)"), ("cosh(v)", "np.cosh(v)"), ("tanh(v)", "np.tanh(v)"), ("asinh(v)", "np.arcsinh(v)"),
    ("acosh(1 + p)", "np.arccosh(1 + p)"), ("atanh(u)", "np.arctanh(u)"), ("erf(v)", "special.erf(v)"),
    ("erfc(v)", "special.erfc(v)"), ("log_gamma(p)", "special.gammaln(p)"), ("digamma(p)", "special.digamma(p)"),
    ("trigamma(p)", "special.polygamma(1, p)"), ("sigmoid(v)", "special.expit(v)"),
    ("hypot(v, u)", "np.hypot(v, u)"), ("maximum(v, u)", "np.maximum(v, u)"), ("minimum(v, 0)", "np.minimum(v, 0)"),
    ("clip(v, -1, 2)", "np.clip(v, -1, 2)"), ("where(v > 0, v, u)", "np.where(v > 0, v, u)"),
    ("sign(v)", "np.sign(v)"), ("floor(v)", "np.floor(v)"), ("ceil(v)", "np.ceil(v)"), ("round(2 × v)", "np.round(2*v)"),
    ("trunc(v)", "np.trunc(v)"), ("round([0.5, 1.5, 2.5, -3.5])", "np.round([0.5, 1.5, 2.5, -3.5])"),
    ("sum(v)", "v.sum()"), ("sum(m, axis=0)", "m.sum(axis=0)"), ("sum(m, axis=1)", "m.sum(axis=1)"), ("sum(m)", "m.sum()"),
    ("prod(p)", "p.prod()"), ("prod(m, axis=1)", "m.prod(axis=1)"), ("min(v)", "v.min()"), ("max(m, axis=0)", "m.max(axis=0)"),
    ("min(m, axis=1)", "m.min(axis=1)"), ("argmin(v)", "v.argmin()"), ("argmax(w)", "w.argmax()"),
    ("argmin(m, axis=0)", "m.argmin(axis=0)"), ("argmax(m)", "m.argmax()"), ("mean(v)", "v.mean()"),
    ("mean(m, axis=0)", "m.mean(axis=0)"), ("var(v)", "v.var()"), ("var(v, ddof=1)", "v.var(ddof=1)"),
    ("std(m, axis=1)", "m.std(axis=1)"), ("std(m, ddof=1)", "m.std(ddof=1)"), ("median(v)", "np.median(v)"),
    ("median(w)", "np.median(w)"), ("median(m, axis=0)", "np.median(m, axis=0)"),
    ("quantile(v, [0, 0.1, 0.25, 0.5, 0.9, 1])", "np.quantile(v, [0, 0.1, 0.25, 0.5, 0.9, 1])"),
    ("quantile(w, 0.33)", "np.quantile(w, 0.33)"), ("correlation(v, u)", "np.corrcoef(v, u)[0, 1]"),
    ("skewness(v)", "stats.skew(v)"), ("skewness(w)", "stats.skew(w)"), ("kurtosis(w)", "stats.kurtosis(w)"),
    ("kurtosis(m, axis=1)", "stats.kurtosis(m, axis=1)"), ("standard_error(v)", "stats.sem(v)"),
    ("standard_error(m, axis=0)", "stats.sem(m)"),
    ("norm(v)", "np.linalg.norm(v)"), ("norm(v, 1)", "np.linalg.norm(v, 1)"), ("norm(v, ∞)", "np.linalg.norm(v, np.inf)"),
    ("norm(v, 3)", "np.linalg.norm(v, 3)"), ("norm(m)", "np.linalg.norm(m)"), ("norm(m, axis=0)", "np.linalg.norm(m, axis=0)"),
    ("cumsum(v)", "np.cumsum(v)"), ("cumsum(m, axis=0)", "np.cumsum(m, axis=0)"), ("cumprod(u)", "np.cumprod(u)"),
    ("diff(v)", "np.diff(v)"), ("diff(m, axis=0)", "np.diff(m, axis=0)"), ("sort(w)", "np.sort(w)"),
    ("sort(m, axis=0)", "np.sort(m, axis=0)"), ("argsort(w)", "np.argsort(w, kind='stable')"),
    ("reverse(v)", "v[::-1]"), ("unique(w)", "np.unique(w)"), ("linspace(-1, 2, 7)", "np.linspace(-1, 2, 7)"),
    ("linspace(0, 0.7)", "np.linspace(0, 0.7)"), ("transpose(m)", "m.T"), ("flatten(m)", "m.ravel()"),
    ("reshape(m, [2, 6])", "m.reshape(2, 6)"), ("shape(m)", "m.shape"), ("size(m)", "m.size"), ("length(m)", "len(m)"),
    ("concatenate(v, u)", "np.concatenate([v, u])"), ("concatenate(m, m)", "np.vstack([m, m])"),
    ("any(v > 5)", "(v > 5).any()*1.0"), ("all(p > 0)", "(p > 0).all()*1.0"), ("any(m > 1, axis=0)", "(m > 1).any(axis=0)*1.0"),
    ("map(hypot, v, u)", "np.hypot(v, u)"), ("[a² for a in v if a > 0]", "v[v > 0]**2"), ("mean(v > 0)", "(v > 0).mean()"),
    ("[[a × b for a in w] for b in p]", "np.outer(p, w)"), ("is_finite([1, ∞, nan])", "[1.0, 0.0, 0.0]"),
    ("round(v, 2)", "np.round(v, 2)"), ("round(100 × v, -1)", "np.round(100*v, -1)"), ("round(m, 3)", "np.round(m, 3)"),
    ("sort(w, descending=true)", "np.sort(w)[::-1]"), ("argsort(w, descending=true)", "np.argsort(-w, kind='stable')"),
    ("sort(m, axis=0, descending=true)", "-np.sort(-m, axis=0)"),
    ("cummax(v)", "np.maximum.accumulate(v)"), ("cummin(m, axis=0)", "np.minimum.accumulate(m, axis=0)"),
    ("count(v > 0)", "np.count_nonzero(v > 0)"), ("count(m > 0, axis=0)", "np.count_nonzero(m > 0, axis=0)"),
    ("cov(v, u)", "np.cov(v, u, ddof=0)[0, 1]"), ("cov(v, u, ddof=1)", "np.cov(v, u)[0, 1]"),
    ("cov(m)", "np.cov(m, rowvar=False, ddof=0)"), ("cov(m, ddof=1)", "np.cov(m.T)"),
    ("correlation(m)", "np.corrcoef(m, rowvar=False)"),
    ("reshape(m, [-1, 2])", "m.reshape(-1, 2)"), ("reshape(m, [3, -1])", "m.reshape(3, -1)"), ("reshape(m, -1)", "m.reshape(-1)"),
    ("reshape(v, [-1])", "v"), ("concatenate(m, m, axis=1)", "np.hstack([m, m])"),
    ("concatenate(m, m[:, 0], axis=1)", "np.column_stack([m, m[:, 0]])"), ("concatenate(v, u, axis=1)", "np.column_stack([v, u])"),
    ("concatenate(m[0], m)", "np.vstack([m[0], m])"), ("concatenate(m, m, axis=0)", "np.concatenate([m, m], axis=0)"),
    ("choose(0..6, 3)", "special.comb(np.arange(7), 3, exact=False)"), ("choose(10, 0..10)", "[math.comb(10, k) for k in range(11)]"),
    ("choose(60, [30, 29, 61, -1])", "[math.comb(60, 30), math.comb(60, 29), 0, 0]"),
    ("choose(1000, [500, 3, 997])", "[float(math.comb(1000, k)) for k in (500, 3, 997)]"),
    ("choose(9007199254740992, [1, 2, 3])", "[float(math.comb(2**53, k)) for k in (1, 2, 3)]"),
    ("choose(1029, 514)", "float(math.comb(1029, 514))"), ("frequencies(w).value", "np.unique(w)"),
    ("frequencies(w).count", "np.unique(w, return_counts=True)[1]"),
    ("diagonal(m)", "np.diag(m)"), ("diagonal(w)", "np.diag(w)"), ("outer(w, p)", "np.outer(w, p)"),
    ("trace(m @ transpose(m))", "np.trace(m @ m.T)"), ("identity_matrix(3)", "np.eye(3)"),
    ("sum([1e100, 1, -1e100])", "1.0"), ("1..7", "np.arange(1, 8)"), ("0.5..4", "np.arange(0.5, 4.5)"),
]


def bits(values):
    flat = np.asarray(values, dtype=np.float64).ravel()
    return " ".join(format(struct.unpack("<Q", struct.pack("<d", x))[0], "016x") for x in flat)


def text(array):
    if array.ndim == 2:
        return "[" + ", ".join(text(row) for row in array) + "]"
    return "[" + ", ".join(repr(float(x)) for x in array) + "]"


print("expression\tresults")
for name, array in NAMES.items():
    print(f"{name} = {text(array)}\t{bits(array)}")
for expression, python in PAIRS:
    print(f"{expression}\t{bits(eval(python))}")
