/// A folder of its own, made where temporary ones belong; it goes away with this value, with all that is in it.
public final class TemporaryFolder: Sendable {
  public let path: String
  private let levels: Int

  /// - Parameters:
  ///   - prefix: what its name begins with.
  ///   - levels: what lies deeper than so many levels is not taken away.
  public init(_ prefix: String, levels: Int = .max) throws(SystemError) {
    path = try Self.make(prefix)
    self.levels = levels
  }

  deinit { Folder.remove(path, levels: levels) }

  public static let variable = EnvironmentVariable("TMPDIR", "The folder for temporary files, in the place of /tmp.")

  /// Where they are made.
  public static var parent: String { variable.value ?? "/tmp" }

  /// Makes one that stays until somebody takes it away.
  public static func make(_ prefix: String) throws(SystemError) -> String {
    var template = Array("\(parent)/\(prefix)XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError() }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
