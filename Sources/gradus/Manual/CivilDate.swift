import Platform
import Vocabulary
import Workbench

/// A day of the Gregorian calendar.
struct CivilDate: Equatable {
  let year: Int
  let month: Int
  let day: Int

  /// The day that is printed on what is made of a version: that of `SOURCE_DATE_EPOCH`, as builds that can be repeated set it
  /// (https://reproducible-builds.org/specs/source-date-epoch), else that of the version. Throws where that is no time.
  static func ofPublication() throws(Failure) -> CivilDate {
    guard let text = EnvironmentVariable.sourceDate.value else {
      return CivilDate(year: Version.date.year, month: Version.date.month, day: Version.date.day)
    }
    guard let seconds = Int(text), (0...lastSecond).contains(seconds) else {
      throw Failure(
        .argument, "SOURCE_DATE_EPOCH is '\(text)', which is no number of seconds since 1970",
        hint: "set it right, or unset it")
    }
    return CivilDate(secondsSince1970: seconds)
  }

  /// Of the year 9999.
  private static let lastSecond = 253_402_300_799

  init(year: Int, month: Int, day: Int) { (self.year, self.month, self.day) = (year, month, day) }

  /// In Greenwich.
  ///
  /// The days are counted from the 1st of March of the year 0, so that leap days end years; after H. Hinnant, chrono-compatible
  /// low-level date algorithms, `civil_from_days`.
  init(secondsSince1970 seconds: Int) {
    let days = seconds / 86_400 + 719_468
    let (era, dayOfEra) = (days / 146_097, days % 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  var monthName: String {
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ][month - 1]
  }
}

extension EnvironmentVariable {
  fileprivate static let sourceDate = EnvironmentVariable(
    "SOURCE_DATE_EPOCH", "The second since 1970 whose day manual pages are dated by, for those who pack gradus.")
}
