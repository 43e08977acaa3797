"""The notebooks of lessons under nbformat, nbclient and jupytext. Run by .ci/kernel.

What the kernel prints in a lesson's notebook is what the lesson says: run from top to bottom and made a lesson again, it is the same file.
"""

import os
import subprocess
import tempfile
import unittest
import warnings
from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

PROGRAM = os.environ["GRADUS"]
LESSONS = Path(os.environ["GRADUS_LESSONS"])
README = LESSONS.parent / "README.md"
ALL = sorted(LESSONS.glob("*.md")) + [README]


def gradus(*words):
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True)
    if done.returncode != 0:
        raise AssertionError(f"gradus {' '.join(map(str, words))}: {done.stderr}")
    return done.stdout


def plain(cell):
    """What stands below a cell, whenever it was run; what the kernel says besides is left out."""
    return [
        {key: value for key, value in output.items() if key not in ("execution_count", "metadata")}
        for output in cell.get("outputs", []) if output.output_type != "stream"
    ]


class NotebookTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def made(self, lesson, *options):
        path = self.folder / (lesson.stem + ".ipynb")
        gradus("notebook", lesson, "--output", path, "--replace", *options)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            notebook = nbformat.read(path, as_version=4)
            nbformat.validate(notebook)
        return path, notebook

    def test_notebooks_are_what_nbformat_wants(self):
        for lesson in ALL:
            for options in (["--teacher", "--as-written"], ["--as-written"]):
                with self.subTest(lesson=lesson.name, options=options):
                    path, notebook = self.made(lesson, *options)
                    written = path.read_text()
                    # Jupyter would not change a byte of it.
                    self.assertEqual(nbformat.writes(notebook), written.rstrip("\n"))

    def test_the_kernel_prints_what_lessons_say(self):
        for lesson in ALL:
            with self.subTest(lesson=lesson.name):
                path, notebook = self.made(lesson, "--teacher")
                before = [plain(cell) for cell in notebook.cells]
                client = NotebookClient(notebook, timeout=600, resources={"metadata": {"path": str(path.parent)}})
                client.execute()
                for cell, expected in zip(notebook.cells, before):
                    tags = cell.metadata.get("tags", [])
                    # Set-up shows what nobody sees, an exercise that it is not filled in; where the lesson allows for more than one
                    # output, as for how many inputs there were so far, it is compared below.
                    if "hide-cell" in tags or cell.id.startswith("exercise-") or "expected" in cell.metadata.get("gradus", {}):
                        continue
                    self.assertEqual(plain(cell), expected, cell.source)
                nbformat.write(notebook, path)
                back = self.folder / lesson.name
                gradus("notebook", "--from-notebook", path, "--output", back, "--replace")
                self.assertEqual(back.read_bytes(), lesson.read_bytes())

    def test_a_learner_answers_and_is_graded(self):
        lesson = LESSONS / "09-xavier.md"
        path, notebook = self.made(lesson, "--as-written")
        _, solved = self.made(lesson, "--teacher", "--as-written")
        self.made(lesson, "--as-written")
        # Without an answer the notebook stops there.
        with self.assertRaises(CellExecutionError):
            NotebookClient(notebook, timeout=600).execute()
        exercises = [cell for cell in notebook.cells if cell.id.startswith("exercise-")]
        for cell in exercises:
            name = cell.id.replace("exercise-", "solution-", 1) + "-"
            solution = [cell.source for cell in solved.cells if cell.id.startswith(name)]
            self.assertTrue(solution)
            cell.source = "\n".join([cell.source.splitlines()[0]] + solution)
        for cell in notebook.cells:
            if cell.id.startswith("quiz-"):
                cell.source = cell.source.replace("[ ] a)", "[x] a)", 1)
        NotebookClient(notebook, timeout=600).execute()
        nbformat.write(notebook, path)
        rows = gradus("grade", lesson, path, "--format", "json")
        self.assertGreaterEqual(rows.count('"right"'), len(exercises))

    def test_lessons_open_through_jupytext(self):
        format = {"extension": ".md", "format_name": "markdown", "custom_language_magics": "gradus"}
        for lesson in sorted(LESSONS.glob("0*.md")):
            with self.subTest(lesson=lesson.name):
                text = lesson.read_text()
                notebook = jupytext.reads(text, format)
                commands = [cell for cell in notebook.cells if cell.cell_type == "code"]
                self.assertEqual(len(commands), text.count("\n```gradus"))
                self.assertEqual(jupytext.writes(notebook, format), text)


if __name__ == "__main__":
    unittest.main()
