import ArgumentParser
import CLibEdit
import Lessons
import Platform
import struct Vocabulary.Failure

/// Lessons as they are named in a call, the same way for all subcommands.
enum NamedLessons {
  /// Where lessons are looked for, for manuals.
  static let files: [ManualNotes.KnownFile] = [
    .init("lessons", "A folder in the current one, whose lessons can be called by number or name."),
    .init("share/gradus/lessons", "Beside the folder bin of the program, the lessons that came with it."),
  ]

  /// What Tab offers in a shell: the lessons at hand by name, or by number where a digit begins the word; Markdown files and
  /// folders.
  static let completion = CompletionKind.custom { _, _, word in offers(for: unquoted(word)) }

  /// The same with the sittings of a lesson, where a point ends its number or name.
  static let completionWithSittings = CompletionKind.custom { _, _, word in
    offers(for: unquoted(word)) + sittings(for: unquoted(word))
  }

  private static func unquoted(_ word: String) -> String { word.filter { !"\\\"'".contains($0) } }

  private static func offers(for word: String) -> [String] {
    let lessons = word.contains("/") ? [] : (try? Course([LessonLibrary.atHand().folder]).entries) ?? []
    let isNumber = word.first?.isNumber == true
    let calls = lessons.compactMap { lesson in isNumber ? lesson.number.map { String($0) } : lesson.name }
    var paths = LessonFiles.completions(of: word)
    // It marks folders itself.
    if CompletionShell.requesting == .bash { paths = paths.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 } }
    return calls.filter { $0.hasPrefix(word) } + paths
  }

  private static func sittings(for word: String) -> [String] {
    guard let point = word.lastIndex(of: "."),
      let lesson = try? LessonChoice([String(word[..<point])]).lesson, let plan = try? Course.plan(lesson)
    else { return [] }
    return plan.sittings.map { "\(word[..<point]).\($0.number)" }.filter { $0.hasPrefix(word) }
  }

  /// What words mean. Where they are lessons of another version, that is said on standard error; and, where no words were
  /// needed, whose lessons it is about.
  static func choice(_ words: [String]) throws(Failure) -> LessonChoice {
    let choice = try LessonChoice(words)
    if words.isEmpty, let library = choice.library, let provenance = library.provenance {
      note("these are the lessons that \(provenance), in '\(library.folder)'")
    }
    noteVersion(of: choice)
    return choice
  }

  /// The one lesson that a word means.
  static func lesson(_ word: String) throws(Failure) -> String {
    guard let lesson = try choice([word]).lesson else {
      throw Failure(.document, "'\(word)' is a folder", hint: "name one lesson by its file, number or name")
    }
    return lesson
  }

  /// Says on standard error where lessons are of another version.
  static func noteVersion(of choice: LessonChoice) { if let notice = choice.notice() { note(notice) } }

  private static func note(_ text: String) { Terminal.write("note: \(text.visible())\n", to: standard_error()) }
}
