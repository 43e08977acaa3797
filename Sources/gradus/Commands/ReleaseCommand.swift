import ArgumentParser
import Builtins
import CLibEdit
import Lessons
import Platform
import struct Vocabulary.Failure
import Workbench

/// Takes the answers out of lessons.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Write lessons without their answers, for handing out.",
    discussion: """
      Solutions are taken out, keys are replaced by marks, and the options of quizzes get boxes; hints, hidden set-up and all \
      else stay as they are. With a roster everybody gets a folder with copies of their own, in which the numbers of \
      exercises with variants are drawn from the name. What learners hand in is graded by 'gradus grade'.

      For a course platform the lesson is packed with its answers, for the platform's eyes alone, and with a gradus that \
      grades there: an archive to upload to Gradescope, or folders to put into a PrairieLearn course.

      \(notes.endings.sentence)
      """)

  @Argument(
    help: ArgumentHelp("Lessons, folders of them, or their numbers or names.", valueName: "lesson"),
    completion: NamedLessons.completion
  )
  var paths: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A file, or a folder for several; a single lesson is printed where this is left out.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Who is in the class: everybody gets copies of their own in a folder, with numbers drawn from the name.",
      valueName: "file"), completion: .file())
  var roster: String?

  @Flag(help: "Pack a lesson as an autograder for Gradescope.")
  var gradescope = false

  @Flag(help: "Pack a lesson as a question of a PrairieLearn course.")
  var prairielearn = false

  @Option(
    help: ArgumentHelp(
      "The program that grades on the platform: gradus for Linux without need of libraries. This one where left out.",
      valueName: "file"), completion: .file())
  var program: String?

  func validate() throws {
    if gradescope, prairielearn { throw ValidationError("--gradescope and --prairielearn are packed one at a time") }
    if roster != nil {
      if gradescope || prairielearn {
        throw ValidationError("a package for a platform is one for all; leave --roster away")
      }
      if output == nil { throw ValidationError("name with --output the folder for the copies of the class") }
    }
    guard gradescope || prairielearn else {
      if program != nil { throw ValidationError("--program is of use with --gradescope and --prairielearn only") }
      return
    }
    if paths.count != 1 { throw ValidationError("a package holds one lesson") }
    if output == nil {
      throw ValidationError("name with --output \(gradescope ? "the archive" : "the folder") to write")
    }
  }

  private func pack(_ word: String, to output: String) throws {
    do throws(Failure) {
      let lesson = try NamedLessons.lesson(word)
      let program = try PlatformProgram(program)
      if gradescope {
        if FileKind.isSame(output, lesson) {
          throw Failure(.document, "the archive would take the place of the lesson itself", hint: "name another file")
        }
        let package = try GradescopePackage(lesson, program: program, builtins: .standard)
        try TextFile.replace(output, with: package.bytes)
      } else {
        try PrairieLearnPackage(lesson, program: program, builtins: .standard).write(to: output)
      }
    } catch {
      throw CommandFailure(.wrongInput, "error: \(error.text(in: nil))")
    }
  }

  func run() throws {
    if gradescope || prairielearn, let output { return try pack(paths[0], to: output) }
    let files: [String]
    var copies: [(learner: String?, targets: ReleaseTargets)] = []
    do {
      let paths = try NamedLessons.choice(paths).paths
      files = try LessonFiles.find(paths)
      if let roster, let output {
        for recipient in try Recipient.all(of: Roster(roster)) {
          let folder = "\(output)/\(recipient.folder)/"
          copies.append((recipient.name, try ReleaseTargets(files, of: paths, output: folder)))
        }
      } else {
        copies = [(nil, try ReleaseTargets(files, of: paths, output: output))]
      }
    } catch {
      throw CommandFailure(.wrongInput, "error: \(error.text(in: nil))")
    }
    for (number, (learner, targets)) in copies.enumerated() {
      for file in files { try release(file, for: learner, to: targets[file], isFirst: number == 0) }
    }
    for file in files {
      let result = LargeStack.run { Lesson.run(file, builtins: .standard) }
      if result?.holds == false {
        warn("\(file): warning: this lesson does not hold itself; 'gradus check' says where")
      }
    }
  }

  /// - Parameter isFirst: whether what is noticed is said, as it is once however many copies are made.
  private func release(_ file: String, for learner: String?, to target: String?, isFirst: Bool) throws {
    let content: [UInt8]
    switch TextFile.bytes(of: file) {
    case .success(let bytes): content = bytes
    case .failure(let failure): throw CommandFailure(.wrongInput, "error: \(file): \(failure.message)")
    }
    let release: Release
    do {
      release = try Release.make(of: content, for: learner, builtins: .standard)
    } catch {
      throw CommandFailure(.wrongInput, "error: \(error.text(in: file))")
    }
    if isFirst, learner != nil, release.isSameForAll {
      warn("\(file): warning: no exercise of this lesson has variants, so all copies are alike")
    }
    for warning in release.warnings where isFirst {
      warn("\(file):\(warning.line): warning: \(warning.message) (\(warning.hint))")
    }
    guard let target else {
      for name in ReleaseTargets.companions(of: file) {
        warn("\(file): needs \(name), which goes with it where --output names a file or a folder")
      }
      Terminal.write(String(decoding: release.bytes, as: UTF8.self), isExact: true)
      return
    }
    do {
      try TextFile.replace(target, with: release.bytes)
      for copy in try ReleaseTargets.copy(companions: ReleaseTargets.companions(of: file), of: file, beside: target)
      where isFirst {
        warn("\(copy): copied, since \(file) needs it")
      }
    } catch {
      throw CommandFailure(.wrongInput, "error: \(error.message)")
    }
  }

  private func warn(_ message: String) {
    Terminal.write(message.visible() + "\n", to: standard_error())
  }
}

extension ReleaseCommand: ManualSubject {
  static let notes = ManualNotes(
    endings: Endings(success: "all copies are made", wrongInput: "a lesson cannot be read or a copy not be written"),
    environment: [LessonLibrary.variable],
    files: NamedLessons.files,
    examples: [
      .init("A copy of lesson 10 to hand out:", "gradus release 10 --output he.md"),
      .init("Copies of several lessons in a folder:", "gradus release 3 4 --output class"),
      .init(
        "A copy for each student, with numbers of their own where exercises have variants:",
        "gradus release 10 --roster class.csv --output class"),
      .init("What is uploaded to Gradescope:", "gradus release 10 --gradescope --output he.zip"),
    ])
}
