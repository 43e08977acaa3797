import Platform
import Vocabulary
import Workbench

extension CivilDate {
  /// The day that is printed on what is made of a version: that of `SOURCE_DATE_EPOCH`, as builds that can be repeated set it
  /// (https://reproducible-builds.org/specs/source-date-epoch), else that of the version. Throws where that is no time.
  static func ofPublication() throws(Failure) -> CivilDate {
    guard let text = EnvironmentVariable.sourceDate.value else {
      return Version.date
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
}

extension EnvironmentVariable {
  fileprivate static let sourceDate = EnvironmentVariable(
    "SOURCE_DATE_EPOCH", "The second since 1970 whose day manual pages are dated by, for those who pack gradus.")
}
