import Vocabulary

extension Roster {
  /// Whose a copy is.
  enum Owner: Equatable {
    case student(RosterStudent)
    case nobody
    /// Several students could be meant, or two parts of its path name different ones.
    case several([RosterStudent])
  }

  /// Looks for the student whom a copy's path names, folders before the file: by login, id or address, and only then by name. What
  /// stands for two students stands for nobody.
  ///
  /// - Parameter lesson: the file's name that copies have from the lesson, which names nobody.
  func owner(of file: SubmissionFile, lesson: String) -> Owner { owner(of: file.nameParts.filter { $0 != lesson }) }

  func owner(of parts: [String]) -> Owner {
    var found: [RosterStudent] = []
    for part in parts {
      guard let named = candidates(HandInName(part).candidates) else { continue }
      guard named.count == 1 else { return .several(named) }
      if !found.contains(named[0]) { found.append(named[0]) }
    }
    switch found.count {
    case 0: return .nobody
    case 1: return .student(found[0])
    default: return .several(found)
    }
  }

  /// The students whom the first of some words names that names anybody; nil where none does.
  private func candidates(_ words: [String]) -> [RosterStudent]? {
    for word in words {
      let exact = students.filter { $0.keys.contains(word) }
      if !exact.isEmpty { return exact }
      let folded = students.filter { student in student.keys.contains { $0.folded == word.folded } }
      if !folded.isEmpty { return folded }
    }
    for word in words {
      let named = students.filter { $0.names.contains(word.foldedName) }
      if !named.isEmpty { return named }
    }
    return nil
  }
}
