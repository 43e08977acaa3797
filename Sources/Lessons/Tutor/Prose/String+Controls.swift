extension String {
  /// The text with control characters replaced, so that none reaches a terminal; tabs become spaces, line ends stay.
  public var withoutControls: String {
    guard unicodeScalars.contains(where: { $0.isControl }) else { return self }
    return String(
      String.UnicodeScalarView(unicodeScalars.map { $0 == "\t" ? " " : $0.isControl ? "\u{FFFD}" : $0 }))
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { self != "\n" && properties.generalCategory == .control }
}
