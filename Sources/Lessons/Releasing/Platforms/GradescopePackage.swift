import Vocabulary
import Workbench

/// The archive that is uploaded to Gradescope as a lesson's autograder
/// (https://gradescope-autograders.readthedocs.io/en/latest/specs/): nothing has to be installed, and the same lesson and program give the
/// same bytes.
public struct GradescopePackage: Sendable {
  public let bytes: [UInt8]

  public init(_ lesson: String, program: PlatformProgram, builtins: BuiltinTable) throws(Failure) {
    let lesson = try PlatformLesson(lesson, builtins: builtins)
    var archive = StoredArchive()
    archive.add("setup.sh", Array("#!/bin/sh\n# There is nothing to install.\n".utf8), isProgram: true)
    archive.add("run_autograder", Array(Self.script(lesson.fileName).utf8), isProgram: true)
    archive.add("gradus", program.bytes, isProgram: true)
    for file in lesson.files { archive.add("lesson/" + file.name, file.bytes) }
    bytes = archive.bytes
  }

  /// Where gradus itself fails, no results are written, and Gradescope says that the autograder did; a copy that cannot be graded has
  /// results that say why.
  private static func script(_ lesson: String) -> String {
    """
    #!/bin/sh
    # Grades what was handed in. What goes wrong with the lesson or with gradus is for the teacher, on the standard output.
    set -eu
    cd /autograder/source
    mkdir -p /autograder/results
    exec ./gradus grade 'lesson/\(lesson)' /autograder/submission --format gradescope \\
      --output /autograder/results/results.json 2>&1

    """
  }
}
