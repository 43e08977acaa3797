import Platform
import Vocabulary
import Workbench

/// A program that makes a PNG picture of an SVG one.
struct PictureConverter: Sendable {
  /// What a program is asked to do.
  struct Job: Sendable {
    let source: String
    let result: String
    let width: Int
    let height: Int
  }

  let name: String
  /// Words to call it with, each an argument of its own.
  fileprivate let arguments: @Sendable (Job) -> [String]
  /// Where it was found.
  private(set) var path = ""

  private init(_ name: String, arguments: @escaping @Sendable (Job) -> [String]) {
    self.name = name
    self.arguments = arguments
  }

  /// Those that draw as a browser does come first.
  private static let all: [PictureConverter] = [
    PictureConverter("rsvg-convert") { ["--zoom=2", "--output", $0.result, $0.source] },
    PictureConverter("inkscape") {
      ["--export-type=png", "--export-dpi=192", "--export-filename=\($0.result)", $0.source]
    },
    PictureConverter("chromium", arguments: browser), PictureConverter("chromium-browser", arguments: browser),
    PictureConverter("google-chrome", arguments: browser),
    PictureConverter("magick") { ["-density", "192", $0.source, "png:\($0.result)"] },
    PictureConverter("convert") { ["-density", "192", $0.source, "png:\($0.result)"] },
  ]

  /// A browser that has its sandbox does not start as the administrator.
  private static let browser: @Sendable (Job) -> [String] = { job in
    ["--headless=new", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=2"]
      + (geteuid() == 0 ? ["--no-sandbox"] : [])
      + ["--screenshot=\(job.result)", "--window-size=\(job.width),\(job.height)", "file://\(job.source)"]
  }

  static let known = "rsvg-convert (librsvg), Inkscape, Chromium or ImageMagick"

  /// Those that are found in the folders of `PATH`.
  static var installed: [PictureConverter] {
    all.compactMap { converter in
      ExternalProgram.find(converter.name).map { path in
        var found = converter
        found.path = path
        return found
      }
    }
  }

  /// Draws what lies in the folder. Throws when it is interrupted; whether it succeeded, the result shows.
  func run(_ folder: ScratchPlace, size: (width: Int, height: Int), interruption: Interruption) throws(Failure) {
    let job = Job(source: folder.source, result: folder.target, width: size.width, height: size.height)
    try ExternalProgram.run(path, arguments(job), interruption: interruption)
  }
}
