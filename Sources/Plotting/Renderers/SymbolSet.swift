/// The characters that a text figure is drawn with.
public enum SymbolSet: String, Sendable, CaseIterable {
  /// Eight dots a character: the finest.
  case braille
  /// Quarters and eighths of a character.
  case blocks
  /// Nothing beyond ASCII.
  case ascii
}
