# The least number of people of whom two probably share a birthday, by calculation and by trial.

import numpy as np
from same import tell


def shared(n):
    return 1 - np.prod(1 - np.arange(n) / 365)


chances = np.array([shared(n) for n in range(1, 61)])
least = 1 + np.argmax(chances > 0.5)
rooms = np.random.default_rng(1).integers(0, 365, (2000, least))
tried = np.mean([len(set(room)) < least for room in rooms])
print(least, shared(least), tried)

# numbers
tell("chances", chances)
tell("least", least)
tell("tried", tried)
