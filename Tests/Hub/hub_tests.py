"""Three users of one hub on this machine, as `Sources/Deploy/jupyterhub` sets it up. Run by .ci/hub.

What a training must show is asked of the program itself, called without any hub.
"""

import asyncio
import os
import re
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import psutil
import requests
import yaml

from hub import HERE, SHIPPED, USERS, Hub
from hub_client import User, until

PROGRAM = Path(sys.executable).parent / "gradus"

# Some seconds each, so that one is killed while all of them are at it.
TRAINING = """1
h = train sequential(input(2), dense(50), dense(50), dense(1)) circles(2000) epochs={epochs} seed={seed};
h.loss[-1]"""
EPOCHS = 2500

NO_CLUSTER = """{apiVersion: v1, kind: Config, current-context: none, users: [{name: none, user: {}}],
clusters: [{name: none, cluster: {server: "http://127.0.0.1:9"}}], contexts: [{name: none, context: {cluster: none, user: none}}]}"""


def expected(code, folder=None):
    """What the program prints of some lines, without any hub."""
    ran = subprocess.run([PROGRAM], input=code, check=True, stdout=subprocess.PIPE, text=True, cwd=folder)
    return ran.stdout.rstrip("\n")


def is_gone(process):
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def megabytes(process):
    """What a process holds alone, and its share of what it holds with others, where the system tells."""
    memory = process.memory_full_info()
    return getattr(memory, "pss", memory.uss) / 1e6


class HubTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.hub = Hub()
        cls.addClassCleanup(cls.hub.stop)
        cls.users = [User(cls.hub.address, name, cls.hub.password) for name in USERS]
        for user in cls.users:
            user.start()

    def test_who_comes_in(self):
        address, (ada, grace, _) = self.hub.address, self.users
        self.assertEqual(User(address, "ada", "wrong").login.status_code, 403)
        self.assertEqual(User(address, "eve", self.hub.password).login.status_code, 403)
        self.assertEqual(requests.get(f"{ada.address}/api/kernels", timeout=60).status_code, 403)
        self.assertEqual(grace.browser.get(f"{ada.address}/api/contents/gradus", timeout=60).status_code, 403)
        self.assertEqual(ada.ask("GET", "/api/contents/gradus").status_code, 200)
        model = ada.browser.get(f"{address}/hub/api/users/ada", timeout=60).json()
        self.assertFalse(model["admin"])
        # The form is refused without the token of its page.
        forged = requests.post(f"{address}/hub/login", data={"username": "ada", "password": self.hub.password}, timeout=60)
        self.assertEqual(forged.status_code, 403)
        listening = {
            connection.laddr.ip for process in [psutil.Process(self.hub.process.pid), *self.hub.processes()]
            for connection in process.net_connections("inet") if connection.status == psutil.CONN_LISTEN}
        self.assertEqual(listening, {"127.0.0.1"})

    def test_lessons_are_in_every_folder(self):
        subprocess.run([PROGRAM, "learn", "--copy", self.hub.folder / "lessons"], check=True, stdout=subprocess.DEVNULL)
        lessons = {path.name for path in (self.hub.folder / "lessons").iterdir()}
        for user in self.users:
            found = {entry["name"] for entry in user.read("/api/contents/gradus")["content"]}
            self.assertLessEqual(lessons, found)
        kernels = self.users[0].read("/api/kernelspecs")
        self.assertEqual(kernels["default"], "gradus")

    def test_data_of_lessons_is_found(self):
        code = 'mean(load("data/iris.csv", target="species").points)'
        self.assertEqual(self.users[2].kernel().run(code), expected(code, self.hub.homes / "alan/gradus"))

    def test_three_train_at_once(self):
        codes = [TRAINING.format(epochs=EPOCHS, seed=seed) for seed in range(3)]
        right = [expected(code) for code in codes]
        self.assertEqual(len(set(right)), 3)
        kernels = [user.kernel() for user in self.users]
        requests_of = [kernel.begin(code) for kernel, code in zip(kernels, codes)]
        for kernel, request in zip(kernels, requests_of):
            # Its first line is shown, so it is in the training now.
            next(message for message in kernel.messages(request) if message["msg_type"] == "execute_result")
        self.assertEqual([kernel.state for kernel in kernels], ["busy"] * 3)
        sizes = [f"{megabytes(self.hub.find('kernel', kernel.identity)):.0f}" for kernel in kernels]
        print(f"kernels that train: {', '.join(sizes)} MB", file=sys.stderr)

        # Ada's kernel is killed; her server starts another by itself.
        process = self.hub.find("kernel", kernels[0].identity)
        process.send_signal(signal.SIGKILL)
        self.assertEqual([kernel.state for kernel in kernels[1:]], ["busy"] * 2)
        until("another kernel", lambda: self.hub.find("kernel", kernels[0].identity) not in (None, process))
        kernels[0].connect()
        self.assertIn("name: ", kernels[0].run("h"))
        requests_of[0] = kernels[0].begin(codes[0])

        # Grace's server is killed, and her kernel ends with it: nobody could ask for its result.
        grace = self.users[1]
        (self.hub.homes / "grace/gradus/mine.md").write_text("What I have written.\n")
        server, orphan = self.hub.server("grace"), self.hub.find("kernel", kernels[1].identity)
        server.send_signal(signal.SIGKILL)
        until("the hub sees it", lambda: not grace.is_ready())
        until("the end of a kernel without a server", lambda: is_gone(orphan))
        grace.start()
        self.assertNotEqual(self.hub.server("grace").pid, server.pid)
        self.assertEqual(grace.read("/api/contents/gradus/mine.md")["content"], "What I have written.\n")
        kernels[1] = grace.kernel()
        requests_of[1] = kernels[1].begin(codes[1])

        found = [kernel.end(request) for kernel, request in zip(kernels, requests_of)]
        self.assertEqual(found[:2], right[:2])
        # Of Alan's, who was never disturbed, the first line was read before.
        self.assertEqual(["1", *found[2:]], right[2].split("\n"))

    def test_memory(self):
        user = self.users[2]
        sizes = {}
        for name in ("gradus", "python3"):
            kernel = user.kernel(name)
            self.assertEqual(kernel.run("1 + 1"), "2")
            sizes[name] = megabytes(self.hub.find("kernel", kernel.identity))
            self.assertEqual(user.ask("DELETE", f"/api/kernels/{kernel.identity}").status_code, 204)
        server = megabytes(self.hub.server(user.name))
        print(
            f"a user's server: {server:.0f} MB; a kernel of gradus: {sizes['gradus']:.0f} MB; of ipykernel: "
            f"{sizes['python3']:.0f} MB", file=sys.stderr)
        self.assertLess(sizes["gradus"], sizes["python3"])


class ShippedTests(unittest.TestCase):
    """What can be said of the files without a cluster and without an engine for images."""

    def test_values_become_a_pod(self):
        """KubeSpawner itself makes a pod of what the chart hands it from `singleuser`."""
        # It wants to know of a cluster, though nothing is asked of one. Nobody's own is named here.
        with tempfile.TemporaryDirectory() as folder:
            cluster = Path(folder, "cluster.yaml")
            cluster.write_text(NO_CLUSTER)
            os.environ["KUBECONFIG"] = str(cluster)
            from kubespawner import KubeSpawner

            pod = asyncio.run(self.pod(KubeSpawner))
        container = pod.spec.containers[0]
        self.assertEqual(container.args[0], "gradus-singleuser")
        self.assertEqual(int(container.resources.limits["memory"]), 1 << 30)
        self.assertFalse(container.security_context["allowPrivilegeEscalation"])
        self.assertIn(("JUPYTERHUB_DEFAULT_URL", "/lab/tree/gradus"), [(one.name, one.value) for one in container.env])

    async def pod(self, KubeSpawner):
        values = yaml.safe_load((SHIPPED / "values.yaml").read_text())
        user = values["singleuser"]
        spawner = KubeSpawner(
            _mock=True, image=f"{user['image']['name']}:{user['image']['tag']}", cmd=user["cmd"],
            default_url=user["defaultUrl"], mem_limit=user["memory"]["limit"], mem_guarantee=user["memory"]["guarantee"],
            cpu_limit=user["cpu"]["limit"], cpu_guarantee=user["cpu"]["guarantee"],
            storage_capacity=user["storage"]["capacity"], allow_privilege_escalation=user["allowPrivilegeEscalation"])
        return await spawner.get_pod_manifest()

    def test_nobody_comes_in_by_default(self):
        from jupyterhub.auth import PAMAuthenticator
        from traitlets.config import PyFileConfigLoader

        config = PyFileConfigLoader("jupyterhub_config.py", str(SHIPPED)).load_config()
        self.assertTrue(config.JupyterHub.bind_url.startswith("http://127.0.0.1:"))
        authenticator = PAMAuthenticator(config=config)
        self.assertFalse(authenticator.allow_all or authenticator.allow_existing_users or authenticator.admin_users)
        self.assertEqual(authenticator.allowed_groups, {"gradus"})

    def test_the_image_holds_what_is_here(self):
        recipe = (SHIPPED / "Containerfile").read_text()
        for name in re.findall(r"^COPY (.*) /", recipe, re.MULTILINE):
            for pattern in name.split():
                self.assertTrue(pattern.startswith("gradus_kernel-") or (SHIPPED / pattern).is_file(), pattern)


if __name__ == "__main__":
    # Against a hang, and so that the hub is stopped when somebody stops its trial.
    for number in (signal.SIGALRM, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, frame: sys.exit(f"stopped by {signal.Signals(number).name}"))
    signal.alarm(1500)
    unittest.main()
