"""JupyterLab in a real browser, and lessons in it. Run by .ci/kernel where there is a browser.

    GRADUS_SCREENSHOTS=FOLDER    keeps pictures of what is seen
"""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request
from pathlib import Path

import nbformat
from selenium import webdriver
from selenium.webdriver import ActionChains
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

PROGRAM = os.environ["GRADUS"]
LESSONS = Path(os.environ["GRADUS_LESSONS"])
PICTURES = os.environ.get("GRADUS_SCREENSHOTS")
# Only against a hang: no test depends on how long something takes.
PATIENCE = 300
TRAINING = "train sequential(input(2), dense(50), dense(50), dense(1)) circles(2000) epochs=1000000 seed=1"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class LabTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        (cls.folder / "work").mkdir()
        # What a class would have: jupytext is told that there are blocks of gradus.
        (cls.folder / "work" / "jupytext.toml").write_text('custom_language_magics = "gradus"\n')
        lesson = LESSONS / "09-xavier.md"
        (cls.folder / "work" / "09-xavier.md").write_bytes(lesson.read_bytes())
        subprocess.run(
            [PROGRAM, "notebook", lesson, "--output", cls.folder / "work" / "lesson.ipynb"], check=True)
        cls.settings("apputils-extension/notification", {"fetchNews": "false", "checkForUpdates": False})
        # All cells are in the page, not only those that are in view.
        cls.settings("notebook-extension/tracker", {"windowingMode": "none"})
        cls.port = free_port()
        environment = {
            **os.environ, "HOME": str(cls.folder), "XDG_STATE_HOME": str(cls.folder / "state"),
            "JUPYTER_CONFIG_DIR": str(cls.folder / "config"), "JUPYTER_DATA_DIR": str(cls.folder / "data"),
            "JUPYTER_RUNTIME_DIR": str(cls.folder / "runtime"), "IPYTHONDIR": str(cls.folder / "ipython"),
        }
        # As if its cells had been run here: front ends draw no figure that comes from elsewhere.
        subprocess.run(
            [sys.executable, "-m", "jupyter", "trust", "lesson.ipynb"], cwd=cls.folder / "work", env=environment, check=True,
            stdout=subprocess.DEVNULL)
        with open(cls.folder / "server.log", "w") as log:
            cls.server = subprocess.Popen(
                [
                    sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1",
                    f"--port={cls.port}", "--ServerApp.port_retries=0", "--IdentityProvider.token=",
                    "--ServerApp.password=",
                ],
                cwd=cls.folder / "work", env=environment, stdout=log, stderr=log)
        cls.addClassCleanup(cls.stop_server)
        cls.until(lambda: cls.api("status") is not None, "the server of JupyterLab")
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for word in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,1000"]:
            options.add_argument(word)
        options.add_argument(f"--user-data-dir={cls.folder / 'browser'}")
        cls.browser = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        cls.addClassCleanup(cls.browser.quit)
        cls.browser.set_page_load_timeout(PATIENCE)
        cls.browser.set_script_timeout(PATIENCE)

    @classmethod
    def settings(cls, name, settings):
        path = cls.folder / "config" / "lab" / "user-settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(settings))

    @classmethod
    def stop_server(cls):
        cls.server.terminate()
        cls.server.wait(timeout=PATIENCE)

    @classmethod
    def api(cls, path):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{cls.port}/api/{path}", timeout=PATIENCE) as answer:
                return json.load(answer)
        except OSError:
            return None

    @staticmethod
    def until(condition, what):
        end = time.monotonic() + PATIENCE
        while True:
            found = condition()
            if found:
                return found
            if time.monotonic() > end:
                raise AssertionError(f"waited in vain for {what}")
            time.sleep(0.1)

    # What is seen

    def ask(self, script, *arguments):
        return self.browser.execute_script(script, *arguments)

    def wait(self, script, what, *arguments):
        try:
            return self.until(lambda: self.ask("return " + script, *arguments), what)
        except AssertionError:
            self.picture("failure")
            raise

    def picture(self, name):
        if PICTURES:
            Path(PICTURES).mkdir(exist_ok=True)
            self.browser.save_screenshot(str(Path(PICTURES, f"{name}.png")))

    def open(self, name):
        self.browser.get(f"http://127.0.0.1:{self.port}/lab/tree/{name}?reset")
        self.wait("document.querySelector('.jp-NotebookPanel .jp-Cell')", f"{name} to open")
        self.wait(
            "document.querySelector('.jp-NotebookPanel .jp-Notebook-ExecutionIndicator')?.dataset.status == 'idle'",
            "the kernel to be ready")

    CELL = "document.querySelectorAll('.jp-NotebookPanel .jp-Notebook .jp-Cell')[arguments[0]]"

    def edit(self, number, text):
        """Types a text into a cell, as somebody would."""
        cell = self.wait(self.CELL, f"cell {number}", number)
        self.ask("arguments[0].scrollIntoView({block: 'center'})", cell)
        cell.find_element(By.CSS_SELECTOR, ".cm-content").click()
        ActionChains(self.browser).key_down(Keys.CONTROL).send_keys("a").key_up(Keys.CONTROL).send_keys(text).perform()

    def run_cell(self):
        ActionChains(self.browser).key_down(Keys.SHIFT).send_keys(Keys.ENTER).key_up(Keys.SHIFT).perform()

    def press(self, command):
        # It answers to a mouse alone, not to a script.
        self.wait(
            f"document.querySelector('.jp-NotebookPanel-toolbar [data-command=\"{command}\"]')", f"the button {command}"
        ).click()

    def shown(self, number, text):
        self.wait(self.CELL + ".querySelector('.jp-OutputArea')?.innerText.includes(arguments[1])", text, number, text)

    def new_notebook(self, name, cells):
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("") for _ in range(cells)])
        notebook.metadata.kernelspec = {"name": "gradus", "display_name": "gradus", "language": "gradus"}
        nbformat.write(notebook, self.folder / "work" / name)
        self.open(name)

    # Tests

    def test_figures_completion_stop_and_restart(self):
        self.new_notebook("session.ipynb", 5)
        # A figure is drawn.
        self.edit(0, "plot sigmoid input=normal(0, 15.8114)")
        self.run_cell()
        self.wait(
            self.CELL + ".querySelector('.jp-RenderedSVG img, .jp-RenderedSVG svg')?.getBoundingClientRect().height > 100",
            "a figure", 0)
        self.wait(self.CELL + ".querySelector('.jp-RenderedSVG img')?.complete ?? true", "the figure", 0)
        self.picture("figure")
        # \sigma and Tab.
        self.edit(1, "σ_of(d) = std(d)")
        self.run_cell()
        self.edit(2, "\\sigma")
        ActionChains(self.browser).send_keys(Keys.TAB).perform()
        self.wait(
            "document.querySelector('.jp-Completer:not(.lm-mod-hidden) .jp-Completer-item') || "
            + self.CELL + ".querySelector('.cm-content').innerText.trim() == 'σ'", "what completes \\sigma", 2)
        self.picture("completion")
        if self.ask(f"return {self.CELL}.querySelector('.cm-content').innerText.trim()", 2) != "σ":
            ActionChains(self.browser).send_keys(Keys.ENTER).perform()
        self.wait(self.CELL + ".querySelector('.cm-content').innerText.trim() == 'σ'", "σ", 2)
        self.edit(2, "σ_of(normal(0, 3))")
        self.run_cell()
        self.shown(2, "3")
        # A training that would take hours is stopped.
        self.edit(3, TRAINING)
        self.run_cell()
        self.wait(self.CELL + ".querySelector('.jp-OutputArea-output')", "a training to be seen", 3)
        self.picture("training")
        self.press("notebook:interrupt-kernel")
        self.shown(3, "stopped")
        self.picture("stopped")
        self.edit(4, "1 + 1")
        self.run_cell()
        self.shown(4, "2")
        # After a restart nothing is left.
        self.press("notebook:restart-kernel")
        accept = self.wait("document.querySelector('.jp-Dialog button.jp-mod-accept')", "a question")
        self.ask("arguments[0].click()", accept)
        self.wait(
            "document.querySelector('.jp-NotebookPanel .jp-Notebook-ExecutionIndicator')?.dataset.status == 'idle'"
            " && !document.querySelector('.jp-Dialog')", "the kernel to be ready again")
        self.edit(2, "σ_of(normal(0, 3))")
        self.run_cell()
        self.shown(2, "there is no")
        self.picture("restarted")

    def test_a_lesson(self):
        self.open("lesson.ipynb")
        self.wait("document.querySelector('.jp-NotebookPanel h1')?.innerText.startsWith('Xavier')", "the title")
        cells = len(nbformat.read(self.folder / "work" / "lesson.ipynb", as_version=4).cells)
        self.wait("document.querySelectorAll('.jp-NotebookPanel .jp-Cell').length >= arguments[0]", "all cells", cells)
        # Figures are there before anything is run, and set-up is folded away.
        figure = self.wait("document.querySelector('.jp-RenderedSVG img, .jp-RenderedSVG svg')", "a figure")
        self.ask("arguments[0].scrollIntoView({block: 'center'})", figure)
        self.wait("document.querySelectorAll('.jp-Cell .jp-Placeholder').length > 0", "folded set-up")
        self.picture("lesson")
        answer = self.wait(
            "[...document.querySelectorAll('.jp-CodeCell')].find(cell => cell.innerText.includes('# exercise factor'))",
            "an exercise")
        self.ask("arguments[0].scrollIntoView({block: 'center'})", answer)
        self.picture("exercise")
        quiz = self.wait(
            "[...document.querySelectorAll('.jp-MarkdownCell')].find(cell => cell.querySelector('input[type=checkbox]'))",
            "a quiz")
        self.ask("arguments[0].scrollIntoView({block: 'center'})", quiz)
        self.picture("quiz")

    def test_a_lesson_through_jupytext(self):
        """As Markdown: the file that is opened is the lesson itself."""
        model = self.api("contents/09-xavier.md?type=notebook&content=1")
        kinds = [cell["cell_type"] for cell in model["content"]["cells"]]
        self.assertGreater(kinds.count("code"), 20)
        self.assertTrue(any(cell["source"].startswith("> n = 250;") for cell in model["content"]["cells"]))


if __name__ == "__main__":
    unittest.main()
