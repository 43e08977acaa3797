import ArgumentParser
import CLibEdit
import Lessons
import Vocabulary
import Workbench

/// Where a report goes: to standard output, or to a file, which is replaced when the report is whole.
struct ReportOutput {
  /// The exit status of a fault that is nobody's lesson's.
  static let faultStatus: Int32 = 3

  let path: String?

  /// Throws the exit status 3 where the report cannot be written whole.
  func write(_ text: String, _ format: ReportFormat) throws {
    guard let path else {
      let isForPeople = format.name == ReportFormat.all[0].name
      guard Terminal.writeWhole(text, isExact: !isForPeople) else {
        Terminal.write("gradus: the report could not be written\n", to: standard_error())
        throw ExitCode(Self.faultStatus)
      }
      return
    }
    do {
      try TextFile.replace(path, with: Array(text.utf8))
    } catch {
      Terminal.write("gradus: \(error.message)\n", to: standard_error())
      throw ExitCode(Self.faultStatus)
    }
  }
}
