/// Which gradus this is.
public enum Version {
  public static let current = "0.1.0"

  /// The day of the version; what is printed about gradus is dated by it, never by a clock.
  public static let date = CivilDate(year: 2026, month: 12, day: 1)
}
