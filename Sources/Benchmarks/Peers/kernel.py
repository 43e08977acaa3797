"""Jupyter kernels side by side: from start to ready, a trivial cell, memory.

    python kernel.py [GRADUS] [--rounds 20] [--cells 500]

Needs jupyter_client, and ipykernel for the peer. The kernels take turns. Ready is the first kernel_info_reply, with the front end
asking as soon as the shell port is open; a cell takes from the request until both its reply and its idle have come. Memory is
what the kernel has after the cells.
"""

import argparse
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time

from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.connect import write_connection_file


def is_open(port):
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
        return True
    except OSError:
        return False


class Kernel:
    def __init__(self, words):
        self.file, info = write_connection_file(os.path.join(tempfile.gettempdir(), f"kernel-{os.getpid()}-{time.time_ns()}.json"))
        self.client = BlockingKernelClient(connection_file=self.file)
        self.client.load_connection_file()
        start = time.perf_counter()
        self.process = subprocess.Popen([word.format(connection_file=self.file) for word in words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while not all(is_open(info[name]) for name in ("shell_port", "iopub_port")):
            time.sleep(0.0005)
        self.client.start_channels()
        self.client.kernel_info()
        self.client.get_shell_msg(timeout=60)
        self.ready = time.perf_counter() - start
        self.client.wait_for_ready(timeout=60)

    def cell(self, code):
        start = time.perf_counter()
        request = self.client.execute(code)
        while self.client.get_shell_msg(timeout=60)["parent_header"].get("msg_id") != request:
            pass
        while True:
            message = self.client.get_iopub_msg(timeout=60)
            if (message["msg_type"] == "status" and message["parent_header"].get("msg_id") == request
                    and message["content"]["execution_state"] == "idle"):
                return time.perf_counter() - start

    @property
    def megabytes(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) * 1024 / 1e6 for line in status if line.startswith("VmRSS"))

    def end(self):
        start = time.perf_counter()
        self.client.shutdown()
        self.process.wait(timeout=30)
        self.client.stop_channels()
        if os.path.exists(self.file):
            os.unlink(self.file)
        return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("gradus", nargs="?", default=".build/release/gradus")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--cells", type=int, default=500)
    options = parser.parse_args()
    kernels = {
        "gradus": ([os.path.abspath(options.gradus), "kernel", "{connection_file}"], "1 + 1", "plot tanh"),
        "ipykernel": ([sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"], "1 + 1", None),
    }
    results = {name: {"ready ms": [], "end ms": []} for name in kernels}
    for _ in range(options.rounds):
        for name, (words, _, _) in kernels.items():
            kernel = Kernel(words)
            results[name]["ready ms"].append(kernel.ready * 1e3)
            results[name]["end ms"].append(kernel.end() * 1e3)
    for name, (words, code, figure) in kernels.items():
        kernel = Kernel(words)
        for _ in range(20):
            kernel.cell(code)
        results[name]["cell ms"] = [kernel.cell(code) * 1e3 for _ in range(options.cells)]
        results[name]["MB"] = [kernel.megabytes]
        if figure:
            results[name]["figure ms"] = [kernel.cell(figure) * 1e3 for _ in range(50)]
        kernel.end()
    for name, figures in results.items():
        medians = {what: round(statistics.median(values), 2) for what, values in figures.items()}
        best = {what: round(min(values), 2) for what, values in figures.items()}
        print(json.dumps({"kernel": name, "median": medians, "best": best}))


main()
