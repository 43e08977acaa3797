"""The kernel under Jupyter's own tests (jupyter_kernel_test), its clients, and nbclient. Run by .ci/kernel.

Left out of jupyter_kernel_test is what gradus does not have: a print that writes to a stream, and pages that a payload opens.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import jupyter_kernel_test
import nbformat
import psutil
from jupyter_client.manager import start_new_kernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

TRAINING = "train sequential(input(2), dense(50), dense(50), dense(1)) circles(2000) epochs={} seed=1"


class GradusTests(jupyter_kernel_test.KernelTests):
    kernel_name = "gradus"
    language_name = "gradus"
    file_extension = ".gradus"
    completion_samples = [
        {"text": "0.1⁵ × sig", "matches": {"sigmoid", "sign"}},
        {"text": "x\\sigma", "matches": {"σ"}},
        {"text": "# 𝜎\nx\\^-7", "matches": {"⁻⁷"}},
        {"text": "train net data epo", "matches": {"epochs="}},
    ]
    complete_code_samples = ["1 + 1", "", "f(x) = x²", "(1 +\n 2)", "> 1 + 1\n2"]
    incomplete_code_samples = ["f(x) = (x", "[1, 2", "1 +", "if 1 < 2 then"]
    invalid_code_samples = ["1 + )", "(1]"]
    code_generate_error = "sqrt("
    code_execute_result = [
        {"code": "0.1⁵ × 0.03", "result": "3×10⁻⁷"},
        {"code": "1 + 1", "result": "2"},
        {"code": "[1, 2]", "result": "[1, 2]"},
        {"code": "table(a=[1, 2], b=[3, 4])", "mime": "text/html"},
    ]
    code_display_data = [
        {"code": "plot tanh", "mime": "image/svg+xml"},
        {"code": "plot tanh", "mime": "text/plain"},
    ]
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "1 + ?"
    code_inspect_sample = "normal(0, "
    code_clear_output = TRAINING.format(800)


class WelcomeTests(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "gradus"
    support_iopub_welcome = True


class ClientTests(unittest.TestCase):
    """What front ends do besides running cells."""

    def setUp(self):
        self.manager, self.client = start_new_kernel(kernel_name="gradus")

    def tearDown(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel()

    def begin(self, code):
        request = self.client.execute(code)
        while True:
            message = self.client.get_iopub_msg(timeout=30)
            if message["parent_header"].get("msg_id") == request and message["msg_type"] == "execute_result":
                return request

    def reply(self, request):
        while True:
            message = self.client.get_shell_msg(timeout=30)
            if message["parent_header"].get("msg_id") == request:
                return message["content"]

    def test_interrupt_by_message(self):
        request = self.begin("1\n" + TRAINING.format(100000))
        start = time.monotonic()
        self.manager.interrupt_kernel()
        self.assertEqual(self.reply(request)["ename"], "interrupted")
        print(f"interrupt by message: {(time.monotonic() - start) * 1e3:.0f} ms", file=sys.stderr)
        self.assertEqual(self.reply(self.client.execute("1 + 1"))["status"], "ok")

    def test_interrupt_by_signal(self):
        request = self.begin("1\n" + TRAINING.format(100000))
        os.kill(self.manager.provisioner.pid, signal.SIGINT)
        self.assertEqual(self.reply(request)["ename"], "interrupted")
        os.kill(self.manager.provisioner.pid, signal.SIGINT)
        self.assertEqual(self.reply(self.client.execute("1 + 1"))["status"], "ok")

    def test_live_view(self):
        request = self.client.execute(TRAINING.format(800))
        kinds = []
        while True:
            message = self.client.get_iopub_msg(timeout=30)
            if message["parent_header"].get("msg_id") != request:
                continue
            kinds.append(message["msg_type"])
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                break
        self.assertIn("display_data", kinds)
        self.assertEqual(kinds[-3:], ["clear_output", "execute_result", "status"])

    def test_restart_and_shutdown(self):
        self.assertEqual(self.reply(self.client.execute("a = 1"))["status"], "ok")
        self.manager.restart_kernel()
        self.client.wait_for_ready(timeout=30)
        self.assertEqual(self.reply(self.client.execute("a"))["ename"], "name")
        self.begin("1\n" + TRAINING.format(100000))
        start = time.monotonic()
        self.client.shutdown()
        while self.client.is_alive() and self.manager.is_alive():
            self.assertLess(time.monotonic() - start, 30)
            time.sleep(0.01)
        print(f"shutdown while a cell runs: {(time.monotonic() - start) * 1e3:.0f} ms", file=sys.stderr)

    def test_history_over_sessions(self):
        word = f"kept_{os.getpid()} = 5"
        self.assertEqual(self.reply(self.client.execute(word))["status"], "ok")
        self.manager.restart_kernel()
        self.client.wait_for_ready(timeout=30)
        tail = self.reply(self.client.history(hist_access_type="tail", n=1))["history"]
        self.assertEqual([entry[2] for entry in tail], [word])
        found = self.reply(self.client.history(hist_access_type="search", pattern="kept_* = ?", n=1))["history"]
        self.assertEqual([entry[2] for entry in found], [word])

    def test_killed_and_restarted(self):
        self.begin("1\n" + TRAINING.format(100000))
        os.kill(self.manager.provisioner.pid, signal.SIGKILL)
        self.manager.restart_kernel(now=True)
        self.client.wait_for_ready(timeout=30)
        self.assertEqual(self.reply(self.client.execute("1 + 1"))["status"], "ok")

    def test_it_ends_with_the_program_that_has_started_it(self):
        start = (
            "import sys, time; from jupyter_client import KernelManager; manager = KernelManager(kernel_name='gradus'); "
            "manager.start_kernel(); client = manager.blocking_client(); client.start_channels(); client.wait_for_ready(30); "
            "client.execute('" + TRAINING.format(100000) + "'); print(manager.provisioner.pid, flush=True); time.sleep(1000)")
        front_end = subprocess.Popen([sys.executable, "-c", start], stdout=subprocess.PIPE, text=True)
        kernel = int(front_end.stdout.readline())
        os.kill(kernel, 0)
        front_end.kill()
        front_end.wait()
        front_end.stdout.close()
        start = time.monotonic()
        while self.runs(kernel):
            self.assertLess(time.monotonic() - start, 30)
            time.sleep(0.05)

    @staticmethod
    def runs(process):
        """Whether it does; one that has ended and that nobody has asked for does not."""
        try:
            return psutil.Process(process).status() != psutil.STATUS_ZOMBIE
        except psutil.NoSuchProcess:
            return False

    def test_ten_thousand_outputs_in_order(self):
        count = 10_000
        request = self.client.execute("\n".join(str(number) for number in range(count)))
        shown = []
        while len(shown) < count:
            message = self.client.get_iopub_msg(timeout=30)
            if message["msg_type"] == "execute_result" and message["parent_header"]["msg_id"] == request:
                shown.append(message["content"]["data"]["text/plain"])
        self.assertEqual(shown, [str(number) for number in range(count)])


class NotebookTests(unittest.TestCase):
    def run_notebook(self, *sources, **options):
        cells = [nbformat.v4.new_code_cell(source) for source in sources]
        notebook = nbformat.v4.new_notebook(cells=cells)
        notebook.metadata.kernelspec = {"name": "gradus", "display_name": "gradus", "language": "gradus"}
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "numbers.csv").write_text("a,b\n1,2\n3,4\n")
            NotebookClient(notebook, timeout=60, resources={"metadata": {"path": folder}}, **options).execute()
        nbformat.validate(notebook)
        return notebook

    def test_cells(self):
        notebook = self.run_notebook(
            "z = sum(normal(0, 1), 250)", "saturation(sigmoid, z);", "plot sigmoid input=z", 'load("numbers.csv")',
            "> 0.1⁵ × 0.03\n3×10⁻⁷")
        outputs = [cell.outputs for cell in notebook.cells]
        self.assertEqual(outputs[0][0].data["text/plain"], "normal(mean=0, stddev=15.8114)")
        self.assertEqual(outputs[1], [])
        self.assertIn("image/svg+xml", outputs[2][-1].data)
        self.assertIn("text/plain", outputs[3][0].data)
        self.assertEqual(outputs[4][0].data["text/plain"], "3×10⁻⁷")
        self.assertEqual([cell.execution_count for cell in notebook.cells], [1, 2, 3, 4, 5])
        self.assertEqual(notebook.metadata.language_info.name, "gradus")

    def test_an_error_ends_it(self):
        with self.assertRaises(CellExecutionError) as raised:
            self.run_notebook("a = 1", "smaple a", "b = 2")
        self.assertIn("there is no function 'smaple'", str(raised.exception))


if __name__ == "__main__":
    unittest.main()
