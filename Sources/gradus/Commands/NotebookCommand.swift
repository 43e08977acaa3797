import ArgumentParser
import Builtins
import CLibEdit
import Lessons
import Platform
import struct Vocabulary.Failure
import Workbench

/// Turns lessons into notebooks and back.
struct NotebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notebook", abstract: "Write lessons as notebooks for Jupyter, and notebooks as lessons.",
    discussion: """
      Text becomes cells of text, each command a code cell with what it prints, figures drawn; hidden set-up is folded away. \
      Exercises and quizzes keep their ids, by which 'gradus grade' finds the answers. Learners get no key, no solution and no \
      hint, unless --teacher is given.

      With --from-notebook, notebooks become lessons again: one that was not changed the very file that it was made of. \
      \(notes.endings.sentence)
      """)

  @Argument(
    help: ArgumentHelp(
      "Lessons, folders of them, or their numbers or names; with --from-notebook, notebooks or folders of them.",
      valueName: "lesson"), completion: NamedLessons.completion)
  var paths: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A folder, made if need be, or a file; of a single file, the result is printed where this is left out.",
      valueName: "folder"), completion: .directory)
  var output: String?

  @Flag(help: "With keys, solutions, hints and what is said of wrong answers.")
  var teacher = false

  @Flag(help: "Do not run the lessons: below the cells stands what they say, and no figure is drawn.")
  var asWritten = false

  @Flag(help: "Write notebooks as lessons.")
  var fromNotebook = false

  @Flag(help: "Take the place of files that are there, though somebody may have worked in them.")
  var replace = false

  @Option(help: ArgumentHelp("How many lessons run at once.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more") }
    if fromNotebook, teacher || asWritten {
      throw ValidationError("--teacher and --as-written belong to lessons, not to --from-notebook")
    }
    if !fromNotebook, let notebook = paths.first(where: { $0.hasSuffix(".ipynb") }) {
      throw ValidationError("'\(notebook)' is a notebook; --from-notebook makes a lesson of it")
    }
  }

  func run() throws {
    let files: NotebookFiles
    do throws(Failure) {
      files =
        if fromNotebook {
          try NotebookFiles(paths, .fromNotebooks, output: output)
        } else {
          try NotebookFiles(NamedLessons.choice(paths).paths, .fromLessons, output: output)
        }
    } catch {
      throw CommandFailure(.wrongInput, "error: \(error.text())")
    }
    var status = ExitStatus.success
    let others = Set(files.entries.map { $0.source.split(separator: "/").last.map(String.init) ?? "" })
    // Each waits for its disk, too.
    let results = LargeStack.map(files.entries, threads: jobs ?? 2 * processorCount) { entry -> Result<Made, Failure> in
      do throws(Failure) { return .success(try make(entry, others)) } catch { return .failure(error) }
    }
    for (entry, result) in zip(files.entries, results) {
      do throws(Failure) {
        let made = try result.get()
        for message in made.messages { say("\(entry.source):\(message)") }
        if made.differs, status == .success { status = .failed }
        guard let target = entry.target else {
          Terminal.write(String(decoding: made.bytes, as: UTF8.self), isExact: true)
          continue
        }
        for copy in try ReleaseTargets.copy(companions: made.companions, of: entry.source, beside: target) {
          say("\(copy): copied, since \(entry.source) needs it")
        }
      } catch {
        say(error.text(in: error.kind == .file ? nil : entry.source))
        status = .wrongInput
      }
    }
    try status.check()
  }

  /// What became of a file.
  private struct Made: Sendable {
    let bytes: [UInt8]
    /// Each with its line.
    let messages: [String]
    /// Whether the lesson prints something else than it says.
    let differs: Bool
    /// The files that it needs, by their names beside it.
    var companions: [String] = []
  }

  /// Makes it and, where it has a place to go to, writes it there.
  private func make(_ entry: NotebookFiles.Entry, _ others: Set<String>) throws(Failure) -> Made {
    let made = try make(entry.source, others)
    if let target = entry.target { try NotebookFiles.write(made.bytes, to: target, replaces: replace) }
    return made
  }

  private func make(_ source: String, _ others: Set<String>) throws(Failure) -> Made {
    let content = try TextFile.bytes(of: source).get()
    if fromNotebook {
      let lesson = try NotebookLesson(of: content, builtins: .standard)
      let flaw = lesson.flaw.map { ["\($0.line ?? 1): warning: what is written is no lesson yet: \($0.message)"] }
      return Made(bytes: lesson.bytes, messages: flaw ?? [], differs: false)
    }
    let notebook = try LessonNotebook(
      of: content, at: source, builtins: .standard, isForTeacher: teacher, others: others, runs: !asWritten)
    let differing = notebook.differing.map { result in
      "\(result.command.line): "
        + (result.failure.map { "this fails: \($0.message)" } ?? "this prints something else than the lesson says")
    }
    let warnings = notebook.warnings.map { "\($0.line): warning: \($0.message) (\($0.hint))" }
    return Made(
      bytes: notebook.bytes, messages: warnings + differing, differs: !differing.isEmpty,
      companions: notebook.companions)
  }

  private func say(_ message: String) { Terminal.write(message.visible() + "\n", to: standard_error()) }
}

extension NotebookCommand: ManualSubject {
  static let notes = ManualNotes(
    endings: Endings(
      success: "all is written", failed: "a lesson prints something else than it says",
      wrongInput: "a file cannot be read or not be written"),
    environment: [LessonLibrary.variable, TemporaryFolder.variable],
    files: NamedLessons.files,
    examples: [
      .init("Notebooks of all lessons in a folder, for learners:", "gradus notebook lessons --output class"),
      .init("Lesson 10 with its solutions:", "gradus notebook 10 --teacher --output he.ipynb"),
      .init(
        "A notebook that was changed in Jupyter, as a lesson:",
        "gradus notebook --from-notebook he.ipynb --output changed.md"),
    ])
}
