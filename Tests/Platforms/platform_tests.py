"""What gradus grade writes, read by the programs that it is written for: nbgrader, Otter, and Python's reader of tables.

Run by .ci/platforms, which says where gradus is. `--record` writes Tests/References/platforms/nbgrader.csv anew.
"""

import csv
import io
import json
import logging
import os
import subprocess
import sys
import tempfile
import unittest
from datetime import datetime
from pathlib import Path
from unittest import mock

TOP = Path(__file__).resolve().parents[2]
GRADUS = os.environ["GRADUS"]
CLASSROOM = TOP / "Tests/Classroom"
NBGRADER = TOP / "Tests/References/platforms/nbgrader.csv"
COURSE = ["--roster", CLASSROOM / "roster.csv", "--deadline", "2026-12-01T18:00+01:00", "--late-penalty", "25"]


def grade(format, *options, copies=CLASSROOM / "submissions"):
    call = [GRADUS, "grade", CLASSROOM / "coins.md", copies, "--format", format, *options]
    done = subprocess.run(call, capture_output=True, check=True)
    return done.stdout.decode()


def exported_by_nbgrader():
    """The same class in a gradebook of nbgrader, with the points that gradus's JSON has, exported by nbgrader itself."""
    from nbgrader.api import Gradebook
    from nbgrader.plugins.export import CsvExportPlugin

    book = json.loads(grade("json", *COURSE))
    with tempfile.TemporaryDirectory() as folder, Gradebook(f"sqlite:///{folder}/gradebook.db") as gradebook:
        gradebook.add_assignment("coins", duedate=datetime(2026, 12, 1, 17))
        gradebook.add_notebook("coins", "coins")
        for question in book["questions"]:
            gradebook.add_grade_cell(
                question["id"], "coins", "coins", max_score=question["points"], cell_type="code")
        with open(CLASSROOM / "roster.csv", newline="") as roster:
            for row in csv.DictReader(roster):
                gradebook.add_student(
                    row["login"], first_name=row["first name"], last_name=row["last name"], email=row["email"])
        for submission in book["submissions"]:
            time = datetime.strptime(submission["handedIn"], "%Y-%m-%dT%H:%M:%SZ")
            kept = gradebook.add_submission("coins", submission["login"], timestamp=time)
            kept.notebooks[0].late_submission_penalty = submission["penalty"]
            for answer in submission["answers"]:
                gradebook.find_grade(answer["id"], "coins", "coins", submission["login"]).auto_score = answer["points"]
        gradebook.db.commit()
        target = f"{folder}/grades.csv"
        plugin = CsvExportPlugin()
        plugin.to = target
        plugin.export(gradebook)
        return Path(target).read_text()


class Platforms(unittest.TestCase):
    def test_nbgrader_exports_the_same_table(self):
        own = exported_by_nbgrader()
        self.assertEqual(own, NBGRADER.read_text())
        self.assertEqual(own, grade("nbgrader", *COURSE))

    def test_nbgrader_takes_its_students_from_the_table(self):
        from nbgrader.api import Gradebook

        rows = list(csv.DictReader(io.StringIO(grade("nbgrader", *COURSE))))
        with tempfile.TemporaryDirectory() as folder:
            students = Path(folder, "students.csv")
            with open(students, "w", newline="") as file:
                writer = csv.DictWriter(file, ["id", "first_name", "last_name", "email"], extrasaction="ignore")
                writer.writeheader()
                writer.writerows(row | {"id": row["student_id"]} for row in rows)
            subprocess.run(
                [sys.executable, "-m", "nbgrader", "db", "student", "import", students, "--db", f"sqlite:///{folder}/g.db"],
                cwd=folder, check=True, capture_output=True)
            with Gradebook(f"sqlite:///{folder}/g.db") as gradebook:
                self.assertEqual([s.id for s in gradebook.students], [row["student_id"] for row in rows])

    def test_otter_reads_results_of_gradescope(self):
        from otter.run.run_autograder import main

        results = json.loads(grade("gradescope", copies=CLASSROOM / "submissions/Jacobi.md"))
        runner = mock.MagicMock()
        runner.run.return_value.to_gradescope_dict.return_value = results
        runner.run.return_value.__reduce__ = lambda self: (dict, ())
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "results").mkdir()
            runner.ag_config = mock.MagicMock(
                autograder_dir=folder, zips=False, logo=False, log_level=None, print_score=True, print_summary=True,
                points_possible=None)
            printed = io.StringIO()
            with (
                mock.patch("otter.run.run_autograder.create_runner", return_value=runner),
                mock.patch("dill.dump"),
                mock.patch("otter.run.run_autograder.print_output", lambda *a, **k: print(*a, file=printed)),
            ):
                main(folder)
            self.assertEqual(json.loads(Path(folder, "results/results.json").read_text()), results)
        self.assertIn("Total Score: 8.000 / 10.000 (80.000%)", printed.getvalue())
        self.assertIn("exercise square", printed.getvalue())

    def test_tables_are_read_by_python(self):
        for format in ["csv", "canvas", "moodle", "nbgrader"]:
            for options in [[], COURSE]:
                rows = list(csv.reader(io.StringIO(grade(format, *options), newline=""), strict=True))
                self.assertTrue(rows and all(len(row) == len(rows[0]) for row in rows), format)
                for row in rows:
                    self.assertFalse(any(cell[:1] in "=+-@\t" and cell for cell in row), row)


if __name__ == "__main__":
    logging.disable(logging.INFO)
    if sys.argv[1:] == ["--record"]:
        NBGRADER.write_text(exported_by_nbgrader())
    else:
        unittest.main()
