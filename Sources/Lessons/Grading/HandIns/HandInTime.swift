import Platform
import Vocabulary
import Workbench

/// When something was handed in, to the second.
///
/// Taken from what is written somewhere, never from a clock, so that grades stay what they are.
public struct HandInTime: Sendable, Hashable, Comparable {
  public let secondsSince1970: Int

  public init(secondsSince1970: Int) { self.secondsSince1970 = secondsSince1970 }

  public static func < (left: HandInTime, right: HandInTime) -> Bool { left.secondsSince1970 < right.secondsSince1970 }

  /// Reads `2026-12-01T18:00+01:00`, `2026-12-01 18:00:00.5 UTC`, and as Moodle writes it in English
  /// `Tuesday, 1 December 2026, 6:00 PM`. Parts of seconds are left out.
  ///
  /// - Parameter zone: seconds east of Greenwich where the text does not say; nil where it has to.
  public init(_ text: String, zone: Int? = nil) throws(Failure) {
    guard let written = WrittenTime(text) else {
      throw Failure(
        .document, "'\(text.shown(atMost: 60))' is no time",
        hint: "write it as 2026-12-01T18:00+01:00, or with Z for UTC")
    }
    guard let zone = written.zone ?? zone else {
      throw Failure(
        .document, "'\(text.shown(atMost: 60))' does not say in which time zone",
        hint: "write the offset behind it, as in 2026-12-01T18:00+01:00, or Z for UTC")
    }
    secondsSince1970 = written.secondsSince1970 - zone
  }

  /// The offset that a text names, in seconds east of Greenwich; nil where it names none.
  public static func zone(in text: String) -> Int? { WrittenTime(text)?.zone }

  /// When a file was changed last, as the system has it; nil where there is none.
  public init?(ofFile path: BytePath) {
    guard let status = try? FileStatus(of: path, followsLinks: false) else { return nil }
    secondsSince1970 = status.modification.seconds
  }

  // MARK: Writing

  /// In UTC: `2026-12-01T17:00:00Z`.
  public var text: String { "\(date)T\(clock)Z" }

  /// In UTC as Python writes it: `2026-12-01 17:00:00`.
  var plainText: String { "\(date) \(clock)" }

  private var date: String {
    let date = CivilDate(secondsSince1970: secondsSince1970)
    return "\(date.year)-\(Self.two(date.month))-\(Self.two(date.day))"
  }

  private var clock: String {
    let midnight = CivilDate(secondsSince1970: secondsSince1970).daysSince1970 * CivilDate.secondsOfDay
    let second = secondsSince1970 - midnight
    return [second / 3600, second / 60 % 60, second % 60].map(Self.two).joined(separator: ":")
  }

  private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}

/// The parts of a time as it is written.
private struct WrittenTime {
  let secondsSince1970: Int
  let zone: Int?

  init?(_ text: String) {
    let text = text.trimmingSpace
    guard let found = Self.technical(text) ?? Self.english(text) else { return nil }
    let (year, month, day) = found.date
    guard (1970...9999).contains(year), (1...12).contains(month), (1...31).contains(day), found.time.count >= 2,
      (0...23).contains(found.time[0]), (0...59).contains(found.time[1]),
      (0...60).contains(found.time.count > 2 ? found.time[2] : 0)
    else { return nil }
    let date = CivilDate(year: year, month: month, day: day)
    guard CivilDate(daysSince1970: date.daysSince1970) == date else { return nil }
    secondsSince1970 =
      CivilDate.secondsOfDay * date.daysSince1970 + 3600 * found.time[0] + 60 * found.time[1]
      + (found.time.count > 2 ? found.time[2] : 0)
    zone = found.zone
  }

  private typealias Parts = (date: (Int, Int, Int), time: [Int], zone: Int?)

  /// ISO 8601, with a `T` or a blank between date and time.
  private static func technical(_ text: String) -> Parts? {
    guard let gap = text.firstIndex(where: { $0 == "T" || $0 == "t" || $0 == " " }) else { return nil }
    let date = text[..<gap].split(separator: "-", omittingEmptySubsequences: false).compactMap(number)
    guard date.count == 3, text[..<gap].count == 10 else { return nil }
    var rest = text[text.index(after: gap)...]
    let clock = rest.prefix { $0.isNumber || $0 == ":" }
    rest = rest.dropFirst(clock.count)
    if rest.first == "." || rest.first == "," { rest = rest.dropFirst().drop(while: \.isNumber) }
    let time = clock.split(separator: ":", omittingEmptySubsequences: false).compactMap(number)
    guard (2...3).contains(time.count), clock.split(separator: ":").count == time.count else { return nil }
    let behind = String(rest).trimmingSpace
    if behind.isEmpty { return ((date[0], date[1], date[2]), time, nil) }
    guard let zone = zone(behind) else { return nil }
    return ((date[0], date[1], date[2]), time, zone)
  }

  private static func zone(_ text: String) -> Int? {
    if ["z", "utc", "gmt"].contains(text.lowercased()) { return 0 }
    guard let sign = text.first, "+-".contains(sign) else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), [2, 4].contains(digits.count),
      let hours = Int(digits.prefix(2)),
      let minutes = digits.count == 4 ? Int(digits.suffix(2)) : 0, hours <= 14, minutes < 60
    else { return nil }
    return (sign == "-" ? -1 : 1) * (3600 * hours + 60 * minutes)
  }

  /// `Tuesday, 1 December 2026, 6:00 PM`, the day of the week or not, in twelve or in twenty-four hours.
  private static func english(_ text: String) -> Parts? {
    var words = text.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init)
    if words.first?.hasSuffix("day") == true { words.removeFirst() }
    guard (4...5).contains(words.count), let day = Int(words[0]),
      let month = CivilDate.monthNames.firstIndex(where: { $0.lowercased() == words[1] }),
      let year = Int(words[2])
    else { return nil }
    var time = words[3].split(separator: ":").compactMap(number)
    guard time.count >= 2 else { return nil }
    if words.count == 5 {
      guard ["am", "pm"].contains(words[4]), (1...12).contains(time[0]) else { return nil }
      time[0] = time[0] % 12 + (words[4] == "pm" ? 12 : 0)
    }
    return ((year, month + 1, day), time, nil)
  }

  private static func number(_ digits: Substring) -> Int? {
    digits.count <= 4 && digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int(digits) : nil
  }
}
