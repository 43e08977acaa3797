import Networks
import Plotting
import Vocabulary
import Workbench

/// A way to keep values in files, chosen by how a file's name ends.
///
/// A new one is a file here and a line in `FileFormats`.
protocol FileFormat: Sendable {
  /// How names of such files end, in lower case without the dot: `npy`.
  var suffix: String { get }

  /// Whether such files are read too, not only written.
  var isRead: Bool { get }

  /// Reads the whole file. Throws a failure of kind `file` where it is not of this format, `limit` where its content
  /// does not fit, `interrupted` where a stop was asked for.
  func read(_ file: FileReader, for session: inout Session) throws(Failure) -> Value

  /// Writes a value; throws a failure of kind `file` where files of this sort cannot keep it.
  func write(_ value: Value, to file: FileWriter, of session: Session) throws(Failure)
}

extension FileFormat {
  var isRead: Bool { true }
}

/// The formats that `load` and `save` know.
enum FileFormats {
  static let all: [any FileFormat] = [NumpyFormat(), SeparatedFormat(), SafetensorsFormat(), SVGFormat(), PNGFormat()]

  /// The format of a file of that name; throws a failure of kind `file` that lists the known ones, of those to be read
  /// such as are read.
  static func format(of path: FilePath, forReading isRead: Bool = false) throws(Failure) -> any FileFormat {
    let offered = all.filter { $0.isRead || !isRead }
    let suffixes = offered.map { "." + $0.suffix }
    let known = suffixes.dropLast().joined(separator: ", ") + " or " + (suffixes.last ?? "")
    guard let suffix = path.suffix?.lowercased() else {
      throw Failure(.file, "the name of a file must end in \(known), which '\(path.name)' does not")
    }
    if let format = all.first(where: { $0.suffix == suffix }) { return format }
    throw Failure(
      .file, "files that end in .\(suffix) are not known",
      hint: Suggestion.hint(for: "." + suffix, among: suffixes) ?? "known are \(known)")
  }

  /// What is said of a value that files of a sort cannot keep.
  static func misfit(_ value: Value, _ suffix: String) -> Failure {
    let better: String? =
      switch value {
      case .object(is Dataset): "csv"
      case .object(is Network): "safetensors"
      case .object(is Figure): "svg"
      case .object(is any Record): "csv"
      default: suffix == "safetensors" ? "npy" : nil
      }
    let isPicture = ["svg", "png"].contains(suffix)
    return Failure(
      .file, "a .\(suffix) file cannot keep \(value.noun)",
      hint: isPicture ? "draw it first, with plot" : better.map { "let the name end in .\($0)" })
  }
}
