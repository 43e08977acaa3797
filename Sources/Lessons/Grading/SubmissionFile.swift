import Platform
import Workbench

/// A copy that was handed in.
public struct SubmissionFile: Sendable, Equatable {
  /// Whose it is.
  public internal(set) var student: String
  /// As it is reported.
  public var path: String { location.text }
  /// Where it is.
  let location: BytePath
  /// Why it is not looked at.
  public let problem: String?

  /// More bytes than this are no copy of a lesson.
  static let largest = 4_000_000

  /// The content, or why there is none. Links are not followed, and nothing is waited for.
  static func content(of path: BytePath) -> Result<[UInt8], Problem> {
    let file: OpenFile
    do {
      file = try OpenFile(reading: path, followsLinks: false)
    } catch {
      switch error.code {
      case ELOOP: return .failure(Problem(Problem.link))
      case ENOENT: return .failure(Problem("there is no such file"))
      default: return .failure(Problem("it cannot be opened"))
      }
    }
    guard let status = try? file.status(), status.kind == .file else {
      return .failure(Problem("it is no ordinary file"))
    }
    let tooLarge = Problem("it is larger than \(largest / 1_000_000) MB")
    guard status.size <= largest else { return .failure(tooLarge) }
    guard let bytes = try? file.rest(atMost: largest + 1) else { return .failure(Problem("it cannot be read")) }
    return bytes.count <= largest ? .success(bytes) : .failure(tooLarge)
  }

  /// Why a file is not looked at.
  struct Problem: Error {
    static let link = "it is a symbolic link, which is not followed"

    let message: String
    init(_ message: String) { self.message = message }
  }
}
