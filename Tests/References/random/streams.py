"""Prints streams.csv: what numpy.random.default_rng(entropy) draws. Words and doubles are hexadecimal bits."""

import struct

import numpy as np

SEEDS = [0, 1, 2, 42, 12345, 2**31, 2**32 - 1, 2**32, 2**32 + 1, 2**53, 2**53 + 1, 2**63, 2**64 - 1]
LISTS = [[42, 1], [0, 0], [0, 0, 0, 0, 0], [7, 0xCBF29CE484222325, 3], [2**32, 5, 2**64 - 1, 7, 8], list(range(1, 12))]
RANGES = [(0, 1), (0, 2), (-3, 4), (0, 10), (5, 1005), (0, 3_000_000_000), (0, 2**32 - 1), (0, 2**32), (0, 2**32 + 1),
          (-(2**40), 2**41 + 3), (0, 3 * 2**61), (-(2**63), 2**63 - 1)]
SIZES = [0, 1, 2, 3, 5, 8, 17, 33, 100]
PRIME, BASIS, MASK = 0x100000001B3, 0xCBF29CE484222325, 2**64 - 1


def bits(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def hexadecimal(values):
    return " ".join(f"{int(v):x}" for v in values)


def checksum(words):
    """FNV-1a taken a 64-bit word at a time."""
    result = BASIS
    for word in words:
        result = ((result ^ int(word)) * PRIME) & MASK
    return f"{result:x}"


def row(kind, entropy, parameter, values):
    print(f"{kind},{' '.join(map(str, entropy))},{parameter},{values}")


def mixed(generator):
    """32-bit integers come in pairs out of one 64-bit word; other draws between the two do not disturb the second."""
    for _ in range(6):
        yield int(generator.integers(0, 10))
        yield bits(generator.random())
        yield int(generator.integers(0, 2**40))
        yield bits(generator.standard_normal())
        yield int(generator.integers(0, 1000))
        yield int(generator.permutation(4)[0])


def far(kind, seed, draw, edge):
    """A million draws: the checksum of those inside the layers, and each draw out of the tail with its position."""
    values = draw(np.random.default_rng(seed), 1_000_000)
    tail = np.abs(values) > edge
    row(kind, [seed], len(values), checksum(values[~tail].view(np.uint64)))
    row(kind.replace("checksum", "tail"), [seed], len(values), " ".join(f"{i}:{bits(values[i]):x}" for i in np.nonzero(tail)[0]))


def main():
    print("kind,entropy,parameter,values")
    for entropy in [[seed] for seed in SEEDS] + LISTS:
        def start():
            return np.random.default_rng(entropy if len(entropy) > 1 else entropy[0])
        row("state", entropy, 5, hexadecimal(np.random.SeedSequence(entropy).generate_state(5, np.uint64)))
        row("word", entropy, 6, hexadecimal(start().bit_generator.random_raw(6)))
        row("random", entropy, 12, hexadecimal(map(bits, start().random(12))))
        row("uniform", entropy, "-0.3 7.1", hexadecimal(map(bits, start().uniform(-0.3, 7.1, 6))))
        row("standard_normal", entropy, 40, hexadecimal(map(bits, start().standard_normal(40))))
        row("standard_exponential", entropy, 40, hexadecimal(map(bits, start().standard_exponential(40))))
        row("mixed", entropy, 36, hexadecimal(mixed(start())))
        for low, high in RANGES:
            row("integers", entropy, f"{low} {high}", " ".join(map(str, start().integers(low, high, 5))))
        for size in SIZES:
            row("permutation", entropy, size, " ".join(map(str, start().permutation(size))))
        row("shuffle", entropy, 9, " ".join(map(str, shuffled(start(), 9))))
    row("permutation checksum", [42], 200_000, checksum(np.random.default_rng(42).permutation(200_000)))
    for seed in (42, 2**53 + 1):
        row("random checksum", [seed], 1_000_000, checksum(np.random.default_rng(seed).random(1_000_000).view(np.uint64)))
        far("normal checksum", seed, lambda g, n: g.standard_normal(n), 3.6541528853610088)
        far("exponential checksum", seed, lambda g, n: g.standard_exponential(n), 7.69711747013104972)


def shuffled(generator, size):
    values = list(range(size))
    generator.shuffle(values)
    return values


if __name__ == "__main__":
    main()
