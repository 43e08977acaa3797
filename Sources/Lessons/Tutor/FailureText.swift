import Language
import Vocabulary

/// Failures as lessons show them.
enum FailureText {
  static func lines(of failure: Failure, in source: String) -> [String] {
    FailureRenderer.render(failure, in: source).lines.map { String($0).withoutControls }
  }
}
