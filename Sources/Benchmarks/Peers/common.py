"""Shared by the scripts: thread limits (before any numeric import), timing, JSON lines."""
import argparse
import json
import os
import platform
import statistics
import sys
import time

THREAD_VARS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS",
               "NUMEXPR_NUM_THREADS", "TF_NUM_INTRAOP_THREADS",
               "TF_NUM_INTEROP_THREADS")


def parser(doc):
    p = argparse.ArgumentParser(description=doc)
    p.add_argument("--threads", type=int, default=1,
                   help="1 = one thread; 0 = the library's own default")
    p.add_argument("--repeats", type=int, default=3)
    p.add_argument("--json", default=os.environ.get("PEERS_JSON", ""),
                   help="append one JSON line per result to this file")
    return p


def set_threads(n):
    """Call before importing numpy, torch or tensorflow."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")
    if n > 0:
        for v in THREAD_VARS:
            os.environ[v] = str(n)
        # one core as well, so that a helper thread cannot hide work elsewhere
        if n == 1 and os.environ.get("PEERS_PIN", "0") == "1":
            os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def measure(fn, repeats=3, warmup=1):
    """Wall and CPU seconds of fn(); medians over repeats, after warm-up calls."""
    for _ in range(warmup):
        fn()
    wall, cpu = [], []
    for _ in range(repeats):
        c0, t0 = time.process_time(), time.perf_counter()
        fn()
        wall.append(time.perf_counter() - t0)
        cpu.append(time.process_time() - c0)
    return {"wall_median_s": statistics.median(wall), "wall_min_s": min(wall),
            "wall_max_s": max(wall), "cpu_median_s": statistics.median(cpu),
            "repeats": repeats}


def emit(args, workload, **fields):
    row = {"workload": workload, "threads": getattr(args, "threads", None)}
    row.update(fields)
    row["load1"] = round(os.getloadavg()[0], 2)
    row["python"] = platform.python_version()
    row = {k: (float(f"{v:.6g}") if isinstance(v, float) else v) for k, v in row.items()}
    line = json.dumps(row)
    print(line)
    sys.stdout.flush()
    if args.json:
        with open(args.json, "a") as f:
            f.write(line + "\n")
