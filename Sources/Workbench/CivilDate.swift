/// A day of the Gregorian calendar.
///
/// Days are counted from the 1st of March of the year 0, so that leap days end years; after H. Hinnant, chrono-compatible low-level
/// date algorithms, `days_from_civil` and `civil_from_days`.
public struct CivilDate: Sendable, Equatable {
  public let year: Int
  public let month: Int
  public let day: Int

  public init(year: Int, month: Int, day: Int) { (self.year, self.month, self.day) = (year, month, day) }

  /// In English, from January on.
  public static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  public var monthName: String { Self.monthNames[month - 1] }

  // MARK: Counting days

  /// From the 1st of March of the year 0 to the 1st of January 1970.
  private static let daysBefore1970 = 719_468
  private static let daysOfEra = 146_097

  /// The day that comes so many days after the 1st of January 1970.
  public init(daysSince1970: Int) {
    let days = daysSince1970 + Self.daysBefore1970
    let era = days.floored(by: Self.daysOfEra)
    let dayOfEra = days - Self.daysOfEra * era
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + 400 * era + (month <= 2 ? 1 : 0)
  }

  /// The day in Greenwich.
  public init(secondsSince1970: Int) { self.init(daysSince1970: secondsSince1970.floored(by: Self.secondsOfDay)) }

  /// How many days after the 1st of January 1970 it comes; of a day that no month has, the one so many days behind the month's first.
  public var daysSince1970: Int {
    let year = month <= 2 ? year - 1 : year
    let era = year.floored(by: 400)
    let yearOfEra = year - 400 * era
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return Self.daysOfEra * era + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - Self.daysBefore1970
  }

  public static let secondsOfDay = 86_400
}

extension Int {
  /// The quotient, rounded down.
  fileprivate func floored(by divisor: Int) -> Int {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }
}
