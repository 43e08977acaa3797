import ArgumentParser
import Builtins
import CLibEdit
import Jupyter
import Platform
import Synchronization
import struct Vocabulary.Failure
import Workbench

/// Runs the cells of notebooks.
struct KernelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernel", abstract: "Run the cells of a notebook, for JupyterLab and other front ends of Jupyter.",
    discussion: """
      With --install, front ends find gradus from then on; they call it with a connection file. Cells are run as lines are \
      at the prompt, in the folder of the notebook.
      """)

  @Flag(help: "Tell the front ends of Jupyter that there is gradus.")
  var install = false

  @Flag(help: "Take that back.")
  var uninstall = false

  @Flag(help: "For yourself alone, which is usual.")
  var user = false

  @Option(
    help: ArgumentHelp(
      "For all who use what is installed in a folder, such as a Python environment or /usr/local.", valueName: "folder"),
    completion: .directory)
  var prefix: String?

  @Option(help: ArgumentHelp("What front ends call it; gradus where left out.", valueName: "name"))
  var name: String?

  @Argument(
    help: ArgumentHelp("Where the front end is to be found; it writes this file itself.", valueName: "connection-file"),
    completion: .file())
  var connectionFile: String?

  func validate() throws {
    if install, uninstall { throw ValidationError("--install and --uninstall are opposites; choose one") }
    if user, prefix != nil { throw ValidationError("--user and --prefix name two places; choose one") }
    if install || uninstall {
      if connectionFile != nil { throw ValidationError("a connection file is to be run, not installed") }
      return
    }
    if user || prefix != nil || name != nil {
      throw ValidationError("--user, --prefix and --name belong to --install and --uninstall")
    }
    if connectionFile == nil {
      throw ValidationError("a front end gives a connection file; 'gradus kernel --install' makes gradus known to it")
    }
  }

  func run() throws {
    if install || uninstall { return try change() }
    guard let connectionFile else { return }
    let file: ConnectionFile
    do throws(Failure) {
      file = try ConnectionFile(at: connectionFile)
    } catch {
      throw CommandFailure(.wrongInput, "gradus kernel: \(error.text(in: connectionFile))")
    }
    do throws(Failure) {
      try serve(file)
    } catch {
      throw CommandFailure(.failed, "gradus kernel: \(error.text())")
    }
  }

  // MARK: Being known

  private func change() throws {
    do throws(Failure) {
      let kernelspec = try Kernelspec(name ?? "gradus", in: prefix.map { .prefix($0) } ?? .user)
      if uninstall {
        Terminal.write("took \(try kernelspec.uninstall()) away\n")
        return
      }
      guard let program = Installation.current.program else {
        throw Failure(.file, "nothing tells where gradus is", hint: "call gradus by its whole path")
      }
      Terminal.write("wrote \(try kernelspec.install(program: program))\n")
    } catch {
      throw CommandFailure(.wrongInput, "error: \(error.text())")
    }
  }

  // MARK: Running

  /// Until a front end ends it.
  private func serve(_ file: ConnectionFile) throws(Failure) {
    // Whoever reads what is dropped may be gone.
    Signal.ignore(SIGPIPE)
    StopSignal.install()
    let kernel = try Kernel(file, stop: StopSignal.stop) { message in
      Terminal.write("gradus kernel: \(message)\n", to: standard_error())
    } lastResort: {
      // A cell does not stop, and the front end expects an end.
      _exit(0)
    }
    FrontEnd.whenGone { _exit(0) }
    let kept = Self.keptInputs
    _ = LargeStack.run(takingSignals: true) { kernel.run(Session(), kept: kept) }
  }

  /// Beside what is typed at the prompt, in a file of its own: a notebook that is run as a whole must not drive that out.
  private static var keptInputs: KeptInputs {
    do throws(Failure) {
      let file = HistoryFile(at: try StateFolder.cells.path())
      let isTold = Mutex(false)
      return KeptInputs(former: file.load()) { input in
        guard input.utf8.count <= Self.longestKept else { return }
        do throws(Failure) {
          try file.append(input)
        } catch {
          let isFirst = isTold.withLock { isTold in
            defer { isTold = true }
            return !isTold
          }
          if isFirst { say(error) }
        }
      }
    } catch {
      say(error)
      return .none
    }
  }

  /// Bytes of a cell beyond which nobody recalls it.
  private static let longestKept = 65_536

  private static func say(_ failure: Failure) {
    Terminal.write("gradus kernel: what is run is not kept: \(failure.text())\n", to: standard_error())
  }
}

/// Turns a signal into a press on the button that stops.
private enum StopSignal {
  /// A constant, so that the signal handler may touch it.
  static let stop = Stop()

  static func install() {
    _ = stop
    Signal.handle(SIGINT) { _ in StopSignal.stop.press() }
  }
}

extension KernelCommand: ManualSubject {
  static let notes = ManualNotes(
    endings: Endings(
      success: "a front end has ended it, or it is installed",
      failed: "an address of the connection file cannot be had",
      wrongInput: "the call is wrong, or the connection file or a folder cannot be used"),
    environment: [
      FrontEnd.process, Kernelspec.dataFolder, Kernelspec.shareFolder, StateFolder.variable, StateFolder.home,
      Installation.variable, .kernels,
    ],
    files: [
      .init("~/.local/share/jupyter/kernels/gradus/kernel.json", "How the front ends of Jupyter call gradus."),
      StateFolder.cells.note,
    ],
    examples: [
      .init("For yourself; JupyterLab offers gradus from then on:", "gradus kernel --install"),
      .init("For all who use the Python environment in the folder env:", "gradus kernel --install --prefix env"),
    ])
}
