"""A hub of the trial: its processes, its folder, its end."""

import atexit
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil
import requests

from hub_client import until

HERE = Path(__file__).resolve().parent
SHIPPED = HERE.parent.parent / "Sources/Deploy/jupyterhub"
USERS = ["ada", "grace", "alan"]


def free_ports(count):
    """Ports of the loopback that nobody has at the moment."""
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


class Hub:
    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="gradus-hub-"))
        self.password = secrets.token_hex(20)
        self.homes = self.folder / "homes"
        self.log = self.folder / "log"
        port, hub_port, proxy_port = free_ports(3)
        self.address = f"http://127.0.0.1:{port}"
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "GRADUS", "CONFIGPROXY"))}
        environment.update(
            PATH=f"{Path(sys.executable).parent}:{os.environ['PATH']}", TRIAL_CONFIG=str(SHIPPED / "jupyterhub_config.py"),
            TRIAL_PORT=str(port), TRIAL_HUB_PORT=str(hub_port), TRIAL_PROXY_PORT=str(proxy_port),
            TRIAL_PROXY=shutil.which("configurable-http-proxy"), TRIAL_PASSWORD=self.password,
            TRIAL_USERS=" ".join(USERS), TRIAL_HOMES=str(self.homes))
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "jupyterhub", "--config", HERE / "jupyterhub_config.py"], cwd=self.folder,
                env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
        # All that was ever seen below the hub, so that nothing stays if a parent ends before its children.
        self.seen = {}
        # Whatever becomes of the trial.
        atexit.register(self.stop)
        until("the hub", self.answers)

    def answers(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the hub has ended:\n{self.log.read_text()[-3000:]}")
        try:
            return requests.get(f"{self.address}/hub/health", timeout=10).status_code == 200
        except requests.RequestException:
            return False

    def processes(self):
        """All processes below the hub's."""
        for process in psutil.Process(self.process.pid).children(recursive=True):
            self.seen[process.pid, process.create_time()] = process
        return [process for process in self.seen.values() if process.is_running()]

    def find(self, *words):
        """The one process below the hub's whose command line has all these words, or none."""
        found = []
        for process in self.processes():
            try:
                line = " ".join(process.cmdline())
                if process.status() != psutil.STATUS_ZOMBIE and all(word in line for word in words):
                    found.append(process)
            except psutil.NoSuchProcess:
                pass
        return found[0] if found else None

    def server(self, user):
        """Of a user: the process of her server."""
        for process in self.processes():
            try:
                line = process.cmdline()
                if any("jupyterhub-singleuser" in word for word in line) and process.environ().get("JUPYTERHUB_USER") == user:
                    return process
            except psutil.Error:
                pass
        return None

    def stop(self):
        """Ends what was started here, nothing else, and takes its folder away."""
        if self.process.poll() is None:
            self.processes()
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(60)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        left = [process for process in self.seen.values() if process.is_running()]
        for process in left:
            try:
                process.kill()
            except psutil.NoSuchProcess:
                pass
        psutil.wait_procs(left, timeout=30)
        if self.folder.exists():
            shutil.rmtree(self.folder)
