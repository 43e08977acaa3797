import Platform

/// The folder for what is kept between runs.
enum StateFolder {
  /// Below `$XDG_STATE_HOME` or `~/.local/state`, made where it is not there yet; nil where there is no home.
  static var path: String? {
    let state = environmentVariable("XDG_STATE_HOME") ?? environmentVariable("HOME").map { $0 + "/.local/state" }
    guard let state else { return nil }
    let folder = (state.hasPrefix("/") ? state : "./" + state) + "/gradus"
    try? Folder.make(folder, rights: 0o700)
    return folder
  }
}
