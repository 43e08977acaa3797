import Platform
import Vocabulary
import Workbench

/// Where the copies of lessons go.
public struct ReleaseTargets: Sendable {
  private var targets: [String: String] = [:]

  /// Files that were found below some paths. A folder as output is made where it is missing, and whatever is found in a folder
  /// goes to one; a single lesson that is named can have any file, and needs none.
  ///
  /// Throws where several lessons would go into one file, or one over itself or over another lesson.
  public init(_ files: [String], of paths: [String], output: String?) throws(Failure) {
    guard let output else {
      if files.count == 1 { return }
      throw Failure(
        .document, "\(files.count) lessons need a folder to go to", hint: "name it with --output FOLDER")
    }
    let isFolder =
      output.hasSuffix("/") || FileKind(of: output) == .folder || paths.contains { LessonFiles.isFolder($0) == true }
    if files.count == 1, !isFolder {
      try add(output, for: files[0])
      return
    }
    if FileKind(of: output) == .file {
      throw Failure(.document, "'\(output)' is a file; \(counted(files.count, "lesson")) of a folder need a folder")
    }
    let base = output.hasSuffix("/") ? String(output.dropLast()) : output
    for file in files {
      let name = paths.lazy.compactMap { LessonFiles.name(of: file, below: $0) }.first ?? file.lastComponent
      let target = base + "/" + name
      try Self.makeFolders(to: target)
      try add(target, for: file)
    }
  }

  /// Where a lesson goes; nil where it is printed.
  public subscript(_ file: String) -> String? { targets[file] }

  private mutating func add(_ target: String, for file: String) throws(Failure) {
    if let other = targets.first(where: { $0.value == target })?.key {
      throw Failure(.document, "'\(other)' and '\(file)' would both become '\(target)'")
    }
    if FileKind.isSame(file, target) {
      throw Failure(
        .document, "the copy would take the place of the lesson '\(file)' itself",
        hint: "name another file or folder with --output")
    }
    if Self.isOtherLesson(target, than: file) {
      throw Failure(
        .document, "the copy would take the place of '\(target)', which is another lesson or has answers",
        hint: "name another file or folder with --output")
    }
    targets[file] = target
  }

  /// Whether a file is a lesson that is no earlier copy of another one.
  private static func isOtherLesson(_ target: String, than file: String) -> Bool {
    guard let content = try? LessonFile(target).content.get(), Lesson.isLesson(content.text) else { return false }
    guard let document = try? Document(content.text) else { return true }
    if document.exercises.contains(where: { !$0.isKept }) || document.quizzes.contains(where: { !$0.isKept }) {
      return true
    }
    let own = try? LessonFile(file).content.get().text
    return title(of: content.text) != title(of: own ?? "")
  }

  private static func title(of markdown: String) -> Substring? { markdown.lines.first { $0.hasPrefix("# ") } }

  // MARK: What goes with them

  /// The files beside a lesson that a copy's commands and text speak of, as it needs them to run: data and pictures. What solutions
  /// and keys alone speak of stays with the teacher.
  public static func companions(of file: String) -> [String] { companions(of: file, namedIn: \.sourcesOfCopies) }

  /// The same with what solutions and keys need, for those who grade.
  public static func allCompanions(of file: String) -> [String] { companions(of: file, namedIn: \.allSources) }

  private static func companions(of file: String, namedIn sources: KeyPath<Document, [String]>) -> [String] {
    guard let document = try? Document(LessonFile(file).content.get().text) else { return [] }
    return companions(of: document, in: BytePath(file).folder, namedIn: sources)
  }

  static func companions(
    of document: Document, in folder: BytePath, namedIn sources: KeyPath<Document, [String]>
  ) -> [String] {
    var names = document.filesNamed(in: folder, by: document[keyPath: sources])
    let root = try? MarkdownReader.read(document.markdown, includesText: true)
    root?.forEach { element in
      switch element.kind {
      case .link(let address, _), .image(let address, _):
        let name = Address(address).path
        if Address(address).isRelative, folder.holds(name) { names.append(name) }
      default: break
      }
    }
    return Set(names).sorted()
  }

  /// Puts files that a lesson needs beside its copy. Throws where one cannot be written, or would take the place of another.
  ///
  /// - Returns: the files that were written.
  public static func copy(companions: [String], of file: String, beside target: String) throws(Failure) -> [String] {
    let (from, to) = (BytePath(file).folder.text, BytePath(target).folder.text)
    var written: [String] = []
    for name in companions {
      let source = from.isEmpty ? name : from + "/" + name
      let copy = to.isEmpty ? name : to + "/" + name
      if FileKind.isSame(source, copy) { continue }
      let bytes = try TextFile.bytes(of: source).get()
      if let old = try? TextFile.bytes(of: copy).get() {
        if old == bytes { continue }
        throw Failure(
          .document, "'\(copy)' holds something else than '\(source)', which the lesson needs",
          hint: "move it away, or name another folder with --output")
      }
      try makeFolders(to: copy)
      try TextFile.replace(copy, with: bytes)
      written.append(copy)
    }
    return written
  }

  private static func makeFolders(to file: String) throws(Failure) {
    do {
      try Folder.make(BytePath(file).folder.text)
    } catch {
      throw error.failure
    }
  }
}

extension String {
  /// What follows the last `/`.
  var lastComponent: String { split(separator: "/").last.map(String.init) ?? self }
}

extension Document {
  /// The files below a folder that commands name in quotation marks, in their order.
  func filesNamed(in folder: BytePath) -> [String] {
    filesNamed(in: folder, by: blocks.sources)
  }

  /// Those that keys name.
  func filesOfKeys(in folder: BytePath) -> [String] { filesNamed(in: folder, by: sourcesOfKeys) }

  /// What the commands of copies without answers are.
  var sourcesOfCopies: [String] { blocks.filter { $0.solution == nil }.sources }

  /// What all commands are, and what keys run and compute.
  var allSources: [String] { blocks.sources + sourcesOfKeys }

  /// What keys run and compute.
  fileprivate var sourcesOfKeys: [String] {
    exercises.flatMap { exercise in
      exercise.preparation.map(\.source) + exercise.expectations.map(\.expression)
        + exercise.mistakes.map(\.expression)
    }
  }

  fileprivate func filesNamed(in folder: BytePath, by sources: [String]) -> [String] {
    let texts = sources.flatMap { source in
      let parts = source.split(separator: "\"", omittingEmptySubsequences: false)
      return parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) }
    }
    return Set(texts).filter(folder.holds).sorted()
  }
}

extension [Block] {
  /// What their commands are.
  fileprivate var sources: [String] { flatMap(\.commands).map(\.source) }
}

extension BytePath {
  /// Whether a file of that name stands in this folder or below, and is no lesson.
  fileprivate func holds(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix("/") && !name.split(separator: "/").contains("..") && !BytePath(name).isMarkdown
      && FileKind(of: appending(BytePath(name)), followsLinks: false) == .file
  }
}
