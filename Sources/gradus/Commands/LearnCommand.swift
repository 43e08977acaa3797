import ArgumentParser
import CLibEdit
import Lessons
import Platform
import struct Vocabulary.Failure
import func Vocabulary.counted
import Workbench

/// Teaches lessons.
struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "Go through a lesson in the terminal, step by step.",
    discussion: """
      Without a path, and with a folder, the lessons are listed with your progress. A lesson is a file, or the number or \
      name of one in the folder named before it, else in the folder 'lessons', else among those that came with gradus.

      A long lesson is taken in sittings of about \(Sitting.mostMinutes) minutes, \(Sitting.mostSteps) steps at most. '4.2' begins \
      with the second sitting of lesson 4; what comes before it has run then, unseen.

      Enter runs the command that is offered; anything else is tried out in a copy, so nothing can break the lesson. \
      'help' lists the words of the tutor. An exercise earns its points whenever it is solved before its solution was \
      shown, less one for each hint after the first, down to the last; a quiz at the first try.

      Progress is kept in '\(StateFolder.progress.name)' in $XDG_STATE_HOME/gradus, else ~/.local/state/gradus. A lesson is known by its \
      title and file name, a step by what it asks, so that folders may be moved and lessons be edited.
      """)

  @Argument(
    help: ArgumentHelp(
      "A lesson, a folder of lessons, or the number or name of a lesson; with .2 behind it, its second sitting.",
      valueName: "lesson"),
    completion: NamedLessons.completionWithSittings)
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("Write the lessons that came with gradus into a folder, with their data.", valueName: "folder"),
    completion: .directory)
  var copy: String?

  @Flag(help: "Let a copy take the place of files that differ.")
  var replace = false

  @Option(
    help: ArgumentHelp(
      "Write the answers to a copy that 'gradus release' has made into a copy of it, to be handed in.",
      valueName: "file"),
    completion: .file())
  var handIn: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Your name, from which the numbers of exercises with variants are drawn.", valueName: "name"))
  var learner: String?

  @Option(help: ColorChoice.help)
  var color = ColorChoice.auto

  func validate() throws {
    if copy == nil, replace { throw ValidationError("--replace is of use with --copy only") }
    if handIn != nil, paths.isEmpty { throw ValidationError("--hand-in needs the copy that was handed out") }
    if learner != nil, paths.isEmpty || handIn != nil {
      throw ValidationError("--as is of use with a lesson that has its answers; a copy has your numbers already")
    }
    if copy != nil, !paths.isEmpty {
      throw ValidationError("--copy writes all lessons that came with gradus; name none")
    }
  }

  func run() throws {
    let result = LargeStack.run(takingSignals: true) {
      Result { () throws(Failure) in try go() }.mapError {
        CommandFailure(.wrongInput, "error: \($0.text(in: nil).visible(keepsLines: true))")
      }
    }
    guard let result else { throw CommandFailure(.fault) }
    try result.get()
  }

  private func go() throws(Failure) {
    if let copy { return try copyLessons(to: copy) }
    let usesColor = color.isAllowed(on: standard_output())
    let (choice, sitting) = try LessonChoice.withSitting(paths)
    guard let lesson = choice.lesson else {
      if handIn != nil { throw Failure(.document, "--hand-in needs one lesson, and this is a folder") }
      if sitting != nil { throw Failure(.document, "a folder has no sittings", hint: "name one of its lessons") }
      return try list(choice, usesColor: usesColor)
    }
    NamedLessons.noteVersion(of: choice)
    do {
      let learning = try Learning(
        lesson, in: choice.library, usesColor: usesColor, handIn: handIn, learner: learner, sitting: sitting)
      learning.run()
    } catch {
      throw error.located(in: lesson)
    }
  }

  private func list(_ choice: LessonChoice, usesColor: Bool) throws(Failure) {
    let list = try LessonList(Course(choice.paths), style: ProseStyle(isEnabled: usesColor))
    Terminal.write(list.text)
    if let problem = list.problem { Terminal.write(problem.visible() + "\n") }
    if let library = choice.library, let provenance = library.provenance {
      Terminal.write(
        "\nThese are the lessons that \(provenance), in \(library.folder).\n"
          + "'gradus learn NUMBER' begins one, 'gradus learn --copy FOLDER' copies them all.\n")
    }
    NamedLessons.noteVersion(of: choice)
  }

  private func copyLessons(to folder: String) throws(Failure) {
    let library = try LessonLibrary.bundled()
    let copy = try LibraryCopy(of: library, to: folder)
    for name in copy.passedOver { Terminal.write("passed over: \(name.visible())\n", to: standard_error()) }
    let count = try copy.write(replacing: replace)
    let whose = library.version.map { "the lessons of gradus \($0)" } ?? "the lessons"
    let shown = folder.shellWord
    Terminal.write(
      count == 0
        ? "'\(folder)' holds \(whose) already.\n"
        : "\(counted(count, "file")) written: '\(folder)' now holds \(whose) with their data.\n"
          + "  gradus learn \(shown)    lists them\n  gradus check \(shown)    runs them and compares\n")
  }
}

extension LearnCommand: ManualSubject {
  static let notes = ManualNotes(
    endings: Endings(
      success: "the learner left, or the lessons are listed or copied",
      wrongInput: "there is no such lesson, the call is wrong or the copy cannot be written"),
    environment: [LessonLibrary.variable, StateFolder.variable, StateFolder.home, ColorChoice.variable]
      + Terminal.variables,
    files: NamedLessons.files + [StateFolder.progress.note],
    examples: [
      .init("The lessons and how far you are:", "gradus learn"),
      .init("One of them, by its number or the beginning of its name:", "gradus learn 3"),
      .init("Its second sitting:", "gradus learn 3.2"),
      .init(
        "A copy that was handed out, its answers written to a file to hand in:",
        "gradus learn homework.md --hand-in answers.md"),
      .init("The lessons that came with gradus, to read in an editor and to change:", "gradus learn --copy my-lessons"),
    ])
}
