import Lessons
import Probability

/// The style and the scripts that pages load, as they stand in the folder Assets.
enum Assets {
  struct Asset: Sendable {
    let name: String
    let type: String
    let text: String
  }

  static let all: [Asset] = [
    Asset(
      name: "gradus.css", type: "text/css; charset=utf-8",
      text: ServedPage.style + "\n" + String(decoding: PackageResources.gradus_css, as: UTF8.self)),
    Asset(
      name: "gradus.js", type: "text/javascript; charset=utf-8",
      text: compact(PackageResources.gradus_js)),
    Asset(
      name: "board.js", type: "text/javascript; charset=utf-8",
      text: compact(PackageResources.board_js)),
  ]

  /// A script without indentation, lines that are comments, and space around some operators. None of the scripts has these in a text.
  private static func compact(_ script: [UInt8]) -> String {
    let lines = String(decoding: script, as: UTF8.self).split(separator: "\n").map { $0.drop { $0 == " " } }
    let text = lines.filter { !$0.hasPrefix("//") }.joined(separator: "\n")
    let signs = ["=>", "===", "!==", "&&", "||", "=", "+", "?"]
    return signs.reduce(text) { text, sign in text.replacing(" \(sign) ", with: sign) }
  }

  /// Changes with any of them, so that browsers may keep them for ever.
  static let stamp = String(Fingerprint.of(all.map(\.text).joined()), radix: 36)
}
