"""Prints what a student costs where each has a kernel of ipykernel: the memory of one of ten that have imported NumPy, in MB, and
the median time of a short cell, in milliseconds; a name and a figure a line. Needs jupyter_client, ipykernel, NumPy."""

import statistics
import time

from jupyter_client.manager import start_new_kernel

KERNELS = 10
CELLS = 50


def private_bytes(process):
    with open(f"/proc/{process}/smaps_rollup") as lines:
        kilobytes = sum(int(line.split()[1]) for line in lines if line.startswith(("Private_Clean", "Private_Dirty")))
    return kilobytes * 1024


def main():
    pairs = [start_new_kernel(kernel_name="python3") for _ in range(KERNELS)]
    try:
        times = []
        for _, client in pairs:
            client.execute_interactive("import numpy as np; g = np.random.default_rng(1)", timeout=60, silent=True)
        for _ in range(CELLS // KERNELS):
            for _, client in pairs:
                start = time.perf_counter()
                client.execute_interactive("g.normal(0, 1, 1000).mean()", timeout=60, output_hook=lambda message: None)
                times.append(time.perf_counter() - start)
        memory = [private_bytes(manager.provisioner.pid) for manager, _ in pairs]
        print(f"memory\t{statistics.median(memory) / 1e6:.1f}")
        print(f"cell\t{statistics.median(times) * 1e3:.1f}")
    finally:
        for manager, client in pairs:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    main()
