import ArgumentParser
import CLibEdit
import Lessons
import Platform
import struct Vocabulary.Failure
import Workbench

/// Teaches lessons.
struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "Go through a lesson in the terminal, step by step.",
    discussion: """
      Without a path, and with a folder, the lessons are listed with your progress. A lesson is a file, or the number or \
      name of one in the folder 'lessons' or in the folder named before it.

      Enter runs the command that is offered; anything else is tried out in a copy, so nothing can break the lesson. \
      'help' lists the words of the tutor. An exercise earns its points whenever it is solved before its solution was \
      shown, a quiz at the first try.

      Progress is kept in 'progress' in $XDG_STATE_HOME/gradus, else ~/.local/state/gradus. A lesson is known by its \
      title and file name, a step by what it asks, so that folders may be moved and lessons be edited.
      """)

  @Argument(help: "A lesson, a folder of lessons, or the number or name of a lesson.", completion: .file())
  var paths: [String] = []

  @Option(help: "Colour: auto, always or never.")
  var color = ColorChoice.auto

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
    let usesColor = color.isAllowed(on: standard_output())
    switch try choice() {
    case .lesson(let path): try lesson(path, usesColor: usesColor)
    case .list(let course):
      let list = LessonList(course, style: ProseStyle(isEnabled: usesColor))
      Terminal.write(list.text)
      if let aside = list.putAside {
        Terminal.write("The progress file could not be read and was put aside as \(aside).\n")
      }
    }
  }

  private func lesson(_ path: String, usesColor: Bool) throws(Failure) {
    do {
      try Learning(path, usesColor: usesColor).run()
    } catch {
      throw error.located(in: path)
    }
  }

  private enum Choice {
    case lesson(String)
    case list(Course)
  }

  private static let standardFolder = "lessons"

  private func choice() throws(Failure) -> Choice {
    guard let first = paths.first else {
      guard LessonFiles.isFolder(Self.standardFolder) == true else {
        throw Failure(
          .document, "there is no folder 'lessons' here", hint: "name a lesson or a folder: gradus learn PATH")
      }
      return .list(try Course([Self.standardFolder]))
    }
    switch (LessonFiles.isFolder(first), paths.count) {
    case (true, 2) where LessonFiles.isFolder(paths[1]) == nil: return .lesson(try Course([first]).entry(paths[1]).path)
    case (false, 1): return .lesson(first)
    case (nil, 1):
      guard LessonFiles.isFolder(Self.standardFolder) == true else {
        throw Failure(.document, "there is no file or folder '\(first)'")
      }
      return .lesson(try Course([Self.standardFolder]).entry(first).path)
    default: return .list(try Course(paths))
    }
  }
}
