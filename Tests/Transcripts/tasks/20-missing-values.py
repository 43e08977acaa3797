# A table of one's own with gaps: what is missing, its means, gaps filled by them, and what goes with what.

from pathlib import Path

import numpy as np
from same import tell

path = Path(__file__).parent / "data" / "weather.csv"
names = path.read_text().splitlines()[0].split(",")[2:]
table = np.genfromtxt(path, delimiter=",", skip_header=1, usecols=(2, 3, 4), missing_values=["NA", "?", "NaN"])
missing = np.isnan(table).sum(axis=0)
means = np.nanmean(table, axis=0)
filled = np.where(np.isnan(table), means, table)
complete = table[~np.isnan(table).any(axis=1)]
print(dict(zip(names, missing)), dict(zip(names, means)))
print(np.corrcoef(filled, rowvar=False), np.corrcoef(complete, rowvar=False))

# numbers
tell("missing", missing)
tell("filled", filled)
tell("complete", complete)
for k, j in ((0, 1), (0, 2), (1, 2)):
    tell(f"correlation(filled[:, {k}], filled[:, {j}])", np.corrcoef(filled, rowvar=False)[k, j])
    tell(f"correlation(complete[:, {k}], complete[:, {j}])", np.corrcoef(complete, rowvar=False)[k, j])
