import Platform
import TestSupport
import Testing

/// Figures where people look at them: at the prompt, in pipes, as files.
@Suite(.serialized) struct FigureTests {
  private let folder: TemporaryFolder
  private var history: String { folder.path + "/history" }

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [(UInt16(80), 24), (40, 16), (100, 30)] as [(UInt16, UInt16)])
  func `a figure is as wide as the window and fits into it`(_ columns: UInt16, _ rows: UInt16) throws {
    let terminal = try PseudoTerminal(history: history, columns: columns, rows: rows)
    terminal.expectRows(">")
    terminal.send("plot [0, 1, 0] title=\"a peak\"\r")
    terminal.expect("index")
    terminal.expect(">")
    let lines = terminal.window.text.split(separator: "\n")
    #expect(lines.contains("a peak"))
    #expect(lines.contains { $0.hasSuffix("index") && $0.count == Int(columns) }, "\(lines)")
    #expect(terminal.end() == 0)
  }

  @Test func `without UTF-8 it is drawn in ASCII`() throws {
    let outcome = try Program.run("-e", "plot tanh", environment: ["LC_ALL=C"])
    #expect(outcome.status == 0)
    #expect(outcome.output.utf8.allSatisfy { $0 < 0x80 })
    #expect(outcome.output.contains("+---") && !outcome.output.contains("?"))
  }

  @Test func `colours come where they are wanted`() throws {
    let plain = try Program.run("-e", "plot tanh")
    let colored = try Program.run("--color", "always", "-e", "plot tanh")
    #expect(!plain.output.contains("\u{1B}"))
    #expect(colored.output.contains("\u{1B}[38;5;"))
  }

  @Test func `a training is drawn while it runs, and once at its end`() throws {
    let terminal = try PseudoTerminal(history: history, rows: 50)
    terminal.expectRows(">")
    terminal.send("d = circles(500, seed=1);\rnet = sequential(input(2), dense(8, tanh), dense(1, sigmoid), seed=1);\r")
    terminal.expect(">")
    terminal.send("train net d epochs=100000 learning_rate=0.5 seed=1 watch=boundary\r")
    terminal.expect("ground: what the network decides for")
    terminal.expect("left")
    terminal.send("\u{03}")
    terminal.expect("the weights reached are kept")
    terminal.expect("ground")
    terminal.expect("> ")
    // The figure of the running work is gone.
    let shown = terminal.window.text.split(separator: "\n").filter { $0.contains("ground: what") }
    #expect(shown.count == 1)
    #expect(terminal.end() == 0)
  }

  @Test func `away from a terminal only the last figure is printed`() throws {
    let command =
      "train sequential(input(2), dense(3, tanh), dense(1, sigmoid), seed=1) circles(50, seed=1) epochs=300 watch=loss seed=1"
    let outcome = try Program.run("-e", command)
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").filter { $0.hasSuffix("epoch") }.count == 1)
    #expect(!outcome.output.contains("\u{1B}") && !outcome.output.contains("\r"))
  }

  // MARK: Files

  /// Puts a program into a folder of its own.
  private func install(_ name: String, _ script: String) {
    folder.write("bin/\(name)", "#!/bin/sh\n" + script)
    chmod(folder.path + "/bin/\(name)", 0o755)
  }

  private func save(path: String) throws -> Program.Outcome {
    try Program.run(
      "-e", "save plot(tanh) \"\(folder.path)/a b.png\"", environment: ["PATH=\(path)", "TMPDIR=\(folder.path)"])
  }

  @Test func `a PNG file is made by a program that is installed`() throws {
    install(
      "rsvg-convert",
      "for word; do last=$word; done\n/bin/grep -q '</svg>' \"$last\" && printf '\\211PNG\\r\\n\\032\\nrest' > \"$3\"\n"
    )
    let outcome = try save(path: folder.path + "/bin")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix("saved a figure to \(folder.path)/a b.png (12 bytes)"))
  }

  @Test func `without such a program the message says what to install`() throws {
    let outcome = try save(path: folder.path + "/bin")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("no program is installed that makes .png files of figures"))
    #expect(outcome.errors.contains("install rsvg-convert (librsvg), Inkscape, Chromium or ImageMagick"))
  }

  @Test func `a program that fails gives way to the next, and nothing is left of either`() throws {
    install("rsvg-convert", "echo no > \"$3\"\nexit 1\n")
    var outcome = try save(path: folder.path + "/bin")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("rsvg-convert made no picture of the figure"))
    #expect(folder.read("a b.png") == nil)
    install("magick", "printf '\\211PNG\\r\\n\\032\\nrest' > \"${4#png:}\"\n")
    outcome = try save(path: folder.path + "/bin")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(names.filter { $0.hasPrefix("gradus-") }.isEmpty)
  }

  /// What the folder holds.
  private var names: [String] { Folder.names(in: folder.path) }
}
