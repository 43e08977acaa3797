import Platform
import Vocabulary
import Workbench

/// The folder for what is kept between runs.
enum StateFolder {
  static let variable = EnvironmentVariable(
    "XDG_STATE_HOME",
    "The folder in which the folder gradus keeps what lasts between runs, in the place of ~/.local/state.")
  static let home = EnvironmentVariable("HOME", "The home folder, written ~ here. Without one, nothing is kept.")

  /// A file in it.
  struct KeptFile {
    let name: String
    /// What it holds, a sentence.
    let meaning: String

    /// Throws where nothing can be kept.
    func path() throws(Failure) -> String { try StateFolder.path() + "/" + name }

    /// For manuals.
    var note: ManualNotes.KnownFile { .init("~/.local/state/gradus/" + name, meaning) }
  }

  static let history = KeptFile(
    name: "history", meaning: "What was typed at the prompt, the last ten thousand entries.")
  static let cells = KeptFile(name: "cells", meaning: "What was run in notebooks, the last ten thousand cells.")
  static let progress = KeptFile(name: "progress", meaning: "How far you are in each lesson.")

  /// Below `$XDG_STATE_HOME` or `~/.local/state`, made where it is not there yet. Throws where there is no home, or it cannot be
  /// made.
  private static func path() throws(Failure) -> String {
    guard let state = variable.value ?? home.value.map({ $0 + "/.local/state" }) else {
      throw Failure(.file, "there is no home folder", hint: "set HOME")
    }
    let folder = (state.hasPrefix("/") ? state : "./" + state) + "/gradus"
    do { try Folder.make(folder, rights: 0o700) } catch { throw error.failure }
    return folder
  }
}
