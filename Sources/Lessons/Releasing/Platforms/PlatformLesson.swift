import Platform
import Vocabulary
import Workbench

/// A lesson as a course platform needs it: whole, for grading, and released, for handing out.
struct PlatformLesson {
  /// The name of its file.
  let fileName: String
  /// Without the ending.
  let name: String
  let title: String
  /// The lesson and what it needs, by their names beside it.
  let files: [(name: String, bytes: [UInt8])]
  /// The copy to hand out, and what that needs.
  let released: [(name: String, bytes: [UInt8])]

  /// Throws where the lesson cannot be graded with.
  init(_ path: String, builtins: BuiltinTable) throws(Failure) {
    fileName = path.lastComponent
    name = BytePath(fileName).stem.text
    guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }), name.first != "-"
    else {
      throw Failure(
        .document, "'\(fileName)' cannot be the name of a lesson on a course platform",
        hint: "call it by letters, digits, '-' and '_' alone")
    }
    let bytes = try TextFile.bytes(of: path).mapError { $0.located(in: path) }.get()
    let document = try Document(TextFile.text(of: bytes).get())
    if Question.all(of: document).isEmpty {
      throw Failure(.document, "this lesson has no exercise and no quiz").located(in: path)
    }
    let result = Lesson.run(path, builtins: builtins)
    guard result.holds else {
      throw Failure(
        .document, "this lesson does not hold itself, so nobody can be graded by it", hint: "gradus check says where"
      )
      .located(in: path)
    }
    if document.exercises.contains(where: \.isKept) || document.quizzes.contains(where: \.isKept) {
      throw Failure(.document, "this is a copy without answers", hint: "name the lesson that it was made of").located(
        in: path)
    }
    title = document.markdown.lines.first { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)).trimmingSpace } ?? name
    let folder = BytePath(path).folder
    func read(_ names: [String]) throws(Failure) -> [(name: String, bytes: [UInt8])] {
      var files: [(name: String, bytes: [UInt8])] = []
      for name in names { files.append((name, try TextFile.bytes(of: folder.appending(BytePath(name)).text).get())) }
      return files
    }
    files = [(fileName, bytes)] + (try read(ReleaseTargets.allCompanions(of: path)))
    let copy = try Release.make(of: bytes, builtins: builtins)
    released = [(fileName, copy.bytes)] + (try read(ReleaseTargets.companions(of: path)))
  }
}
