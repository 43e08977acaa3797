"""Prints commands.csv: session seed, how often the command ran before, and what `sample normal(0, 1) 3` then draws, as bits."""

import struct

import numpy as np


def fingerprint(text):
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value


print("seed,count,first,second,third")
for seed in (0, 7, 2**40):
    for count in (0, 1, 2):
        key = [seed, fingerprint("sample normal ( 0 , 1 ) 3"), count]
        draws = np.random.default_rng(key).normal(0, 1, 3)
        print(seed, count, *(f"{struct.unpack('<Q', struct.pack('<d', x))[0]:x}" for x in draws), sep=",")
