import CLibEdit
import Lessons
import Vocabulary
import Workbench

/// Where a report goes: to standard output, or to a file, which is replaced when the report is whole.
struct ReportOutput {
  let path: String?

  /// Throws where the report cannot be written whole.
  func write(_ text: String, _ format: ReportFormat) throws {
    guard let path else {
      let isForPeople = format.name == ReportFormat.all[0].name
      guard Terminal.writeWhole(text, isExact: !isForPeople) else {
        throw CommandFailure(.fault, "gradus: the report could not be written")
      }
      return
    }
    do {
      try TextFile.replace(path, with: Array(text.utf8))
    } catch {
      throw CommandFailure(.fault, "gradus: \(error.message)")
    }
  }
}
