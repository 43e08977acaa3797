/// A student who is handed copies of their own.
public struct Recipient: Sendable, Equatable {
  /// From this the numbers of exercises with variants are drawn.
  public let name: String
  /// The folder that holds the copies: the name, so that a teacher finds it and `grade` knows whose it is.
  public let folder: String

  /// Everybody on a roster, in its order. Who shares a name with somebody gets a folder that is called like the login, id or address.
  public static func all(of roster: Roster) -> [Recipient] {
    let names = roster.students.map { folder($0.name) }
    var taken: Set<String> = []
    return zip(roster.students, names).map { student, name in
      let isShared = names.count { $0.folded == name.folded } > 1 || name.isEmpty
      var folder = isShared ? folder(student.keys.first ?? student.mark) : name
      while !taken.insert(folder.folded).inserted { folder += " (\(student.line))" }
      return Recipient(name: student.name, folder: folder)
    }
  }

  /// A name as a folder of any system can be called.
  private static func folder(_ name: String) -> String {
    let words = name.split {
      $0.isWhitespace || "/\\:*?\"<>|".contains($0) || $0.unicodeScalars.contains { $0.value < 32 }
    }
    return String(words.joined(separator: " ").drop { $0 == "." }).trimmingSpace
  }
}
