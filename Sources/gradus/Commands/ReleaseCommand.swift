import ArgumentParser
import Builtins
import CLibEdit
import Lessons
import Workbench

/// Takes the answers out of lessons.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Write lessons without their answers, for handing out.",
    discussion: """
      Solutions are taken out, keys are replaced by marks, and the options of quizzes get boxes; hints, hidden set-up and all \
      else stay as they are. What learners hand in is graded by gradus grade. The exit status is 0, or 2 where a lesson cannot \
      be read or written.
      """)

  @Argument(help: "Lessons, or folders of them.", completion: .file())
  var paths: [String]

  @Option(
    name: .shortAndLong, help: "A file, or a folder for several; a single lesson is printed where this is left out.")
  var output: String?

  func run() throws {
    do throws(DocumentFailure) {
      let files = try LessonFiles.find(paths)
      let targets = try ReleaseTargets(files, of: paths, output: output)
      for file in files { try release(file, to: targets[file]) }
    } catch {
      throw CommandFailure(error)
    }
  }

  private func release(_ file: String, to target: String?) throws(DocumentFailure) {
    let release: Release
    do throws(DocumentFailure) {
      release = try Release(TextFile.bytes(of: file).get(), builtins: .standard)
    } catch {
      throw DocumentFailure(line: nil, message: error.text(in: file))
    }
    for warning in release.warnings {
      let text = "\(file):\(warning.line): warning: \(warning.message) (\(warning.hint))\n"
      Terminal.write(text, to: standard_error())
    }
    guard let target else {
      Terminal.write(String(decoding: release.bytes, as: UTF8.self), isExact: true)
      return
    }
    do {
      try TextFile.replace(target, with: release.bytes)
    } catch {
      throw DocumentFailure(line: nil, message: error.message)
    }
  }
}
