"""What both sides of a comparison share: the points and first weights that gradus draws, in the words of scikit-learn and
torch.nn.init, and how a program prints its numbers."""

import numpy as np


def _shaken(points, classes, noise, rng):
    order = rng.permutation(len(points))
    return points[order] + rng.normal(0, noise, points.shape), classes[order]


def make_circles(n, noise=0, factor=0.8, seed=None):
    a, b = (np.arange(m) * (2 * np.pi / m) for m in (n // 2, n - n // 2))
    points = np.c_[np.r_[np.cos(a), factor * np.cos(b)], np.r_[np.sin(a), factor * np.sin(b)]]
    return _shaken(points, np.repeat([0, 1], [n // 2, n - n // 2]), noise, np.random.default_rng(seed))


def make_moons(n, noise=0, seed=None):
    a, b = np.linspace(0, np.pi, n // 2), np.linspace(0, np.pi, n - n // 2)
    points = np.c_[np.r_[np.cos(a), 1 - np.cos(b)], np.r_[np.sin(a), 1 - np.sin(b) - 0.5]]
    return _shaken(points, np.repeat([0, 1], [n // 2, n - n // 2]), noise, np.random.default_rng(seed))


def make_spirals(n, noise=0, arms=2, turns=1.5, seed=None):
    sizes = [n // arms + (k < n % arms) for k in range(arms)]
    arm = np.repeat(np.arange(arms), sizes)
    r = np.concatenate([np.arange(1, m + 1) / m for m in sizes])
    angle = 2 * np.pi * (turns * r + arm / arms)
    return _shaken(np.c_[r * np.cos(angle), r * np.sin(angle)], arm, noise, np.random.default_rng(seed))


def make_blobs(n, centers=3, stddev=1, seed=None):
    rng = np.random.default_rng(seed)
    middles = rng.uniform(-10, 10, (centers, 2))
    owner = np.repeat(np.arange(centers), [n // centers + (i < n % centers) for i in range(centers)])
    points = rng.normal(middles[owner], stddev)
    order = rng.permutation(n)
    return points[order], owner[order]


def split(points, targets, test, seed):
    """As train_test_split: training points, test points, training targets, test targets."""
    order = np.random.default_rng(seed).permutation(len(points))
    k = int(np.ceil(test * len(points)))
    return points[order[k:]], points[order[:k]], targets[order[k:]], targets[order[:k]]


def _fill(weight, draw):
    """A kernel of Keras has a row for each input, a weight of PyTorch one for each unit."""
    import torch

    with torch.no_grad():
        weight.copy_(torch.tensor(draw(weight.shape[::-1])).T)


def normal_(weight, std, rng):
    _fill(weight, lambda shape: rng.normal(0, std, shape))


def xavier_uniform_(weight, rng):
    limit = np.sqrt(6 / sum(weight.shape))
    _fill(weight, lambda shape: rng.uniform(-limit, limit, shape))


def xavier_normal_(weight, rng):
    normal_(weight, np.sqrt(2 / sum(weight.shape)), rng)


def kaiming_normal_(weight, rng):
    normal_(weight, np.sqrt(2 / weight.shape[1]), rng)


def orthogonal_(weight, rng):
    def draw(shape):
        q, r = np.linalg.qr(rng.standard_normal((max(shape), min(shape))))
        q = q * np.sign(np.diag(r))
        return q if shape[0] >= shape[1] else q.T

    _fill(weight, draw)


def tell(expression, numbers, within=None, because=""):
    """Prints an expression of gradus and the numbers that it must have, and how far off it may be where that is more
    than usual, and why."""
    if hasattr(numbers, "detach"):
        numbers = numbers.detach().numpy()
    cells = [expression] + ([f"within {within!r}: {because}"] if within else [])
    print("\t".join(cells + [repr(float(x)) for x in np.ravel(numbers)]))
