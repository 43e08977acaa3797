import Vocabulary

/// What the name of a file or folder says of whoever handed it in, as course platforms write it into what teachers download.
struct HandInName: Equatable {
  /// Words that may stand for a student, those that can only stand for one first.
  let candidates: [String]
  /// Whether the platform calls it late.
  var isLate = false
  /// Which attempt it is, where that is said.
  var attempt: Int?

  /// A part of a path without the ending of its file.
  init(_ part: String) {
    if let moodle = Self.moodle(part) {
      candidates = [part] + moodle
    } else if let (canvas, isLate, attempt) = Self.canvas(part) {
      candidates = [part] + canvas
      (self.isLate, self.attempt) = (isLate, attempt)
    } else {
      let (bare, attempt) = Self.withoutAttempt(part)
      candidates = attempt == nil ? [part] : [part, bare]
      self.attempt = attempt
    }
  }

  /// `Ada Lovelace_11_assignsubmission_file_he`, where 11 is the participant of Moodle's worksheet.
  private static func moodle(_ part: String) -> [String]? {
    guard let mark = part.firstRange(of: "_assignsubmission_") else { return nil }
    let words = part[..<mark.lowerBound].split(separator: "_", omittingEmptySubsequences: false)
    guard words.count >= 2, let number = words.last, !number.isEmpty, number.allSatisfy(\.isNumber) else { return nil }
    return ["Participant \(number)", words.dropLast().joined(separator: "_")]
  }

  /// `lovelaceada_LATE_101_5550_he-2`: the name run together, the student's id, the copy's id, the file's own name, and behind it
  /// which attempt but the first.
  private static func canvas(_ part: String) -> (candidates: [String], isLate: Bool, attempt: Int?)? {
    var words = part.split(separator: "_", omittingEmptySubsequences: false)
    guard words.count >= 4, words[0].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else { return nil }
    let isLate = words[1] == "LATE"
    if isLate { words.remove(at: 1) }
    guard words.count >= 4, [words[1], words[2]].allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }) else {
      return nil
    }
    let behind = words[words.count - 1].split(separator: "-").last.flatMap { Int($0) }
    return ([String(words[1])], isLate, words[words.count - 1].contains("-") ? behind.map { $0 + 1 } : nil)
  }

  /// Without `_attempt2`, ` attempt 2` or the ` (2)` of browsers.
  private static func withoutAttempt(_ part: String) -> (bare: String, attempt: Int?) {
    var rest = part[...]
    if rest.last == ")" {
      rest = rest.dropLast()
      let digits = rest.reversed().prefix(while: \.isNumber).count
      let number = Int(rest.suffix(digits))
      rest = rest.dropLast(digits)
      guard let number, rest.hasSuffix("(") else { return (part, nil) }
      return (String(rest.dropLast()).trimmingSpace, number + 1)
    }
    let digits = rest.reversed().prefix(while: \.isNumber).count
    let number = Int(rest.suffix(digits))
    rest = rest.dropLast(digits)
    while let last = rest.last, " -_".contains(last) { rest = rest.dropLast() }
    guard let number, rest.lowercased().hasSuffix("attempt") else { return (part, nil) }
    rest = rest.dropLast("attempt".count)
    while let last = rest.last, " -_".contains(last) { rest = rest.dropLast() }
    return (String(rest), number)
  }
}
