import Platform
import Plotting
import Vocabulary
import Workbench

/// Figures as SVG pictures, which browsers, word processors and drawing programs open; they are only written.
struct SVGFormat: FileFormat {
  let suffix = "svg"
  let isRead = false

  func read(_ file: FileReader, for session: inout Session) throws(Failure) -> Value {
    throw file.failure("is a picture, which cannot be read back", hint: "keep the data that it was drawn from")
  }

  func write(_ value: Value, to file: FileWriter, of session: Session) throws(Failure) {
    guard case .object(let figure as Figure) = value else { throw FileFormats.misfit(value, suffix) }
    try file.write(Array(SVGRenderer(style: session.style).svg(figure).utf8))
  }
}

/// Figures as PNG pictures, by a program that makes them of SVG; they are only written.
struct PNGFormat: FileFormat {
  let suffix = "png"
  let isRead = false

  /// What every PNG file begins with.
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private static let largest = 200_000_000

  func read(_ file: FileReader, for session: inout Session) throws(Failure) -> Value {
    throw file.failure("is a picture, which cannot be read back", hint: "keep the data that it was drawn from")
  }

  /// Throws a failure of kind `file` where no program is there for it, or none succeeds.
  func write(_ value: Value, to file: FileWriter, of session: Session) throws(Failure) {
    guard case .object(let figure as Figure) = value else { throw FileFormats.misfit(value, suffix) }
    guard session.runsPrograms else {
      throw Failure(
        .file, "a .png file needs another program, and lessons run none", hint: "let the name end in .svg")
    }
    let converters = PictureConverter.installed
    guard !converters.isEmpty else {
      throw Failure(
        .file, "no program is installed that makes .png files of figures",
        hint: "install \(PictureConverter.known), or let the name end in .svg")
    }
    let picture = SVGRenderer(style: session.style).svg(figure)
    let folder = try ScratchPlace()
    try folder.write(Array(picture.utf8), to: folder.source)
    for converter in converters {
      let size = (width: Self.length("width", of: picture), height: Self.length("height", of: picture))
      try converter.run(folder, size: size, interruption: session.interruption)
      if let bytes = folder.result(atMost: Self.largest), bytes.starts(with: Self.signature) {
        return try file.write(bytes)
      }
    }
    throw Failure(
      .file, "\(converters.map(\.name).joined(separator: " and ")) made no picture of the figure",
      hint: "install \(PictureConverter.known), or let the name end in .svg")
  }

  /// A length that the first element of a picture has, in whole pixels.
  private static func length(_ name: String, of picture: String) -> Int {
    let head = picture.prefix { $0 != ">" }
    let value = head.split(separator: " ").first { $0.hasPrefix(name + "=") }
    let digits = value?.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" }
    return digits.flatMap { Double($0) }.map { Int($0.rounded(.up)) } ?? 800
  }
}

/// A program that makes a PNG picture of an SVG one.
private struct PictureConverter: Sendable {
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
