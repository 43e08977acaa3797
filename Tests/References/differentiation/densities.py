"""Writes densities.tsv: values, first and second derivatives of densities, probabilities and losses by torch.distributions,
torch.nn.functional and PyTorch's autograd, in double precision.

Columns, separated by tabs: the parameters, the body in gradus's notation, the point, the value, the gradient, the Hessian
row by row; numbers as the bits of doubles in hexadecimal. Run: python densities.py > densities.tsv
"""

import struct

import torch
import torch.distributions as D
from scipy.special import polygamma
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)
log_gamma, digamma = torch.lgamma, torch.digamma


class Digamma(torch.autograd.Function):
    @staticmethod
    def forward(context, x):
        context.save_for_backward(x)
        return digamma(x)

    @staticmethod
    def backward(context, gradient):
        return gradient * torch.as_tensor(polygamma(1, context.saved_tensors[0].numpy()))


class LogGamma(torch.autograd.Function):
    @staticmethod
    def forward(context, x):
        context.save_for_backward(x)
        return log_gamma(x)

    @staticmethod
    def backward(context, gradient):
        return gradient * Digamma.apply(context.saved_tensors[0])


# PyTorch's own derivative of digamma has ten digits.
torch.lgamma = LogGamma.apply


def t(*values):
    return torch.tensor(values)


def logistic(loc, scale):
    transforms = [D.SigmoidTransform().inv, D.AffineTransform(loc, scale)]
    return D.TransformedDistribution(D.Uniform(t(0.0).sum(), t(1.0).sum()), transforms)


V, X = t(0.1, 0.4, -0.3), t(0.5, -1.0, 2.0)
TARGETS, CLASSES = t(0.0, 1.0, 0.3), t(0.0, 1.0, 1.0)


def rows(w):
    """Two points, three classes."""
    return torch.softmax(torch.stack([torch.stack([w, 0 * w + 1, -w]), torch.stack([0 * w, 2 * w, w * w])]), 1)


ONE_HOT = torch.tensor([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])
ROWS = "softmax([[w, 1, -w], [0, 2w, w²]])"

CASES = [
    ("mu", "-sum(log_pdf(normal(mu, 1), [0.1, 0.4, -0.3]))", [0.2], lambda mu: -D.Normal(mu, 1.0).log_prob(V).sum()),
    ("mu, s", "-sum(log_pdf(normal(mu, s), [0.1, 0.4, -0.3]))", [0.1, 1.2],
     lambda mu, s: -D.Normal(mu, s).log_prob(V).sum()),
    ("x", "pdf(normal(0.5, 2), x)", [1.3], lambda x: D.Normal(0.5, 2.0).log_prob(x).exp()),
    ("m, s, x", "pdf(normal(m, s), x)", [0.3, 1.7, 1.1], lambda m, s, x: D.Normal(m, s).log_prob(x).exp()),
    ("m, s, x", "cdf(normal(m, s), x)", [0.3, 1.7, 1.1], lambda m, s, x: D.Normal(m, s).cdf(x)),
    ("m, s, x", "sf(normal(m, s), x)", [0.3, 1.7, 1.1], lambda m, s, x: 1 - D.Normal(m, s).cdf(x)),
    ("a, b", "log_pdf(uniform(a, b), 0.4)", [-1.0, 2.5], lambda a, b: D.Uniform(a, b).log_prob(t(0.4)).sum()),
    ("a, b, x", "cdf(uniform(a, b), x)", [-1.0, 2.5, 0.4], lambda a, b, x: (x - a) / (b - a)),
    ("r, x", "log_pdf(exponential(r), x)", [1.4, 0.8], lambda r, x: D.Exponential(r).log_prob(x)),
    ("r, x", "cdf(exponential(r), x) + pdf(exponential(r), x)", [1.4, 0.8],
     lambda r, x: D.Exponential(r).cdf(x) + D.Exponential(r).log_prob(x).exp()),
    ("m, b", "sum(log_pdf(laplace(m, b), [0.1, 0.4, -0.3]))", [0.2, 0.7], lambda m, b: D.Laplace(m, b).log_prob(V).sum()),
    ("m, b, x", "sf(laplace(m, b), x)", [0.2, 0.7, 1.5], lambda m, b, x: 1 - D.Laplace(m, b).cdf(x)),
    ("m, s", "sum(log_pdf(logistic(m, s), [0.1, 0.4, -0.3]))", [0.2, 0.7], lambda m, s: logistic(m, s).log_prob(V).sum()),
    ("m, s, x", "cdf(logistic(m, s), x)", [0.2, 0.7, 1.1], lambda m, s, x: torch.sigmoid((x - m) / s)),
    ("a, r, x", "log_pdf(gamma(a, r), x)", [2.3, 1.7, 0.9], lambda a, r, x: D.Gamma(a, r).log_prob(x)),
    ("r, x", "cdf(gamma(2.5, r), x)", [1.7, 0.9], lambda r, x: torch.special.gammainc(t(2.5), (r * x).reshape(1)).sum()),
    ("k, x", "pdf(chi_square(k), x)", [3.5, 2.1], lambda k, x: D.Chi2(k).log_prob(x).exp()),
    ("p", "sum(log_pdf(bernoulli(p), [0, 1, 1]))", [0.3], lambda p: D.Bernoulli(p).log_prob(CLASSES).sum()),
    ("p", "log_pdf(binomial(7, p), 3)", [0.3], lambda p: D.Binomial(7, p).log_prob(t(3.0)).sum()),
    ("p", "pdf(geometric(p), 4)", [0.3], lambda p: D.Geometric(p).log_prob(t(3.0)).sum().exp()),
    ("r", "sum(log_pdf(poisson(r), [0, 2, 5]))", [1.8], lambda r: D.Poisson(r).log_prob(t(0.0, 2.0, 5.0)).sum()),
    ("a, b, x", "log_pdf(beta(a, b), x)", [2.2, 1.4, 0.35], lambda a, b, x: D.Beta(a, b).log_prob(x)),
    ("k, x", "log_pdf(student_t(k), x)", [4.2, 0.9], lambda k, x: D.StudentT(k).log_prob(x)),
    ("m, s, x", "log_pdf(cauchy(m, s), x)", [0.2, 0.7, 1.5], lambda m, s, x: D.Cauchy(m, s).log_prob(x)),
    ("m, s, x", "cdf(cauchy(m, s), x)", [0.2, 0.7, 1.5], lambda m, s, x: D.Cauchy(m, s).cdf(x)),
    ("m, s, x", "log_pdf(gumbel(m, s), x)", [0.2, 0.7, 1.5], lambda m, s, x: D.Gumbel(m, s).log_prob(x)),
    ("m, s, x", "sf(gumbel(m, s), x)", [0.2, 0.7, 1.5], lambda m, s, x: 1 - D.Gumbel(m, s).cdf(x)),
    ("m, s, x", "log_pdf(lognormal(m, s), x)", [0.2, 0.7, 1.5], lambda m, s, x: D.LogNormal(m, s).log_prob(x)),
    ("m, s, x", "cdf(lognormal(m, s), x)", [0.2, 0.7, 1.5], lambda m, s, x: D.LogNormal(m, s).cdf(x)),
    ("k, s, x", "log_pdf(weibull(k, s), x)", [1.6, 0.7, 1.2], lambda k, s, x: D.Weibull(s, k).log_prob(x)),
    ("k, s, x", "cdf(weibull(k, s), x)", [1.6, 0.7, 1.2], lambda k, s, x: 1 - torch.exp(-((x / s) ** k))),
    ("x", "log_pdf(2 × normal(1, 0.5) + 1, x)", [2.4], lambda x: D.Normal(3.0, 1.0).log_prob(x)),
    ("x", "log_gamma(x)²", [2.7], lambda x: torch.lgamma(x) ** 2),
    ("x", "log(softmax([x, 1, 2])[0])", [0.3], lambda x: torch.log_softmax(torch.stack([x, 0 * x + 1, 0 * x + 2]), 0)[0]),
    ("w", "mse(tanh([0.5, -1, 2] × w), [0, 1, 0.3])", [0.3], lambda w: F.mse_loss(torch.tanh(X * w), TARGETS)),
    ("w", "mae(tanh([0.5, -1, 2] × w), [0, 1, 0.3])", [0.3], lambda w: F.l1_loss(torch.tanh(X * w), TARGETS)),
    ("w", "huber([0.5, -1, 2] × w, [0, 1, 0.3], delta=0.4)", [0.3], lambda w: F.huber_loss(X * w, TARGETS, delta=0.4)),
    ("w", "log_cosh([0.5, -1, 2] × w, [0, 1, 0.3])", [0.3], lambda w: torch.log(torch.cosh(X * w - TARGETS)).mean()),
    ("w", "hinge([0.5, -1, 2] × w, [0, 1, 1])", [0.3], lambda w: torch.relu(1 - (2 * CLASSES - 1) * (X * w)).mean()),
    ("w", "binary_crossentropy(sigmoid([0.5, -1, 2] × w), [0, 1, 0.3])", [0.3],
     # PyTorch's own adds 1e-12 in its derivative.
     lambda w: -(TARGETS * torch.log(torch.sigmoid(X * w)) + (1 - TARGETS) * torch.log(torch.sigmoid(-X * w))).mean()),
    ("w", "categorical_crossentropy(" + ROWS + ", [[0, 1, 0], [1, 0, 0]])", [0.4],
     lambda w: -(ONE_HOT * torch.log(rows(w))).sum(1).mean()),
    ("w", "kl_divergence(" + ROWS + ", [[0.2, 0.5, 0.3], [0.6, 0.3, 0.1]])", [0.4],
     lambda w: F.kl_div(torch.log(rows(w)), torch.tensor([[0.2, 0.5, 0.3], [0.6, 0.3, 0.1]]), reduction="batchmean")),
    ("p, q", "mse([p, q], [1, 0]) × mse(p, q)", [0.3, 0.8], lambda p, q: ((p - 1) ** 2 + q ** 2) / 2 * (p - q) ** 2),
]


def bits(values):
    return " ".join(f"{struct.unpack('<Q', struct.pack('<d', float(v)))[0]:x}" for v in values)


print("parameters", "body", "point", "value", "gradient", "hessian", sep="\t")
for names, body, point, function in CASES:
    arguments = tuple(torch.tensor(p) for p in point)
    gradient = torch.autograd.functional.jacobian(function, arguments)
    hessian = torch.autograd.functional.hessian(function, arguments)
    print(
        names, body, bits(point), bits([function(*arguments)]), bits(gradient), bits([h for row in hessian for h in row]),
        sep="\t")
