/// What a student is called in a class, as typed but for what would be mistaken or disturb a page.
///
/// Two names are the same where they look the same: letter case and the way in which accents are composed make no difference.
public struct StudentName: Sendable, CustomStringConvertible {
  public let description: String

  /// Why a text is no name.
  public enum Flaw: Error, Sendable {
    case empty, tooLong
  }

  /// Characters that a name has at most.
  public static let longest = 40
  /// Marks on a character, such as accents, at most.
  private static let mostMarks = 3
  /// Scalars in a character at most; a family of emoji has seven.
  private static let longestCharacter = 12

  /// Takes out control and direction characters, folds white space, and keeps a few of the marks that are heaped on a letter.
  public init(_ typed: String) throws(Flaw) {
    // Whoever sends more has typed no name.
    if typed.utf8.count > 4_000 { throw .tooLong }
    var kept = String.UnicodeScalarView()
    var marks = 0
    for scalar in typed.unicodeScalars {
      let isMark = scalar.isMark
      marks = isMark ? marks + 1 : 0
      if scalar.properties.isWhitespace {
        kept.append(" ")
      } else if scalar.belongsInName, !isMark || marks <= Self.mostMarks && !kept.isEmpty {
        kept.append(scalar)
      }
    }
    let words = String(kept).split(separator: " ")
    let name = words.joined(separator: " ")
    if !name.unicodeScalars.contains(where: { $0.properties.generalCategory != .format && !$0.isMark }) { throw .empty }
    let isLong = name.count > Self.longest || name.contains { $0.unicodeScalars.count > Self.longestCharacter }
    if isLong { throw .tooLong }
    description = name
  }

  /// The same for all names that look the same.
  public var folded: String { description.lowercased() }

  /// The first of `Anna 2`, `Anna 3` … that nobody has.
  ///
  /// - Parameter isTaken: whether somebody is called so, by `folded`.
  public func proposal(isTaken: (String) -> Bool) -> StudentName {
    for number in 2... {
      let ending = " \(number)"
      let proposal = description.prefix(Self.longest - ending.count) + ending
      if let name = try? StudentName(String(proposal)), !isTaken(name.folded) { return name }
    }
    return self
  }
}

extension Unicode.Scalar {
  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }

  /// Of the characters that do not show only those that join others into one, as in emoji and Persian, which a name may need.
  fileprivate var belongsInName: Bool {
    switch properties.generalCategory {
    case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    case .format: value == 0x200C || value == 0x200D
    default: true
    }
  }
}
