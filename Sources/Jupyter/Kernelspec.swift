import Platform
import Vocabulary
import Workbench

/// The description by which front ends find the kernel: a folder with `kernel.json` and a picture.
///
/// https://jupyter-client.readthedocs.io/en/stable/kernels.html, section "Kernel specs".
public struct Kernelspec {
  /// Where it is put.
  public enum Place: Sendable {
    /// For whoever calls.
    case user
    /// For all who use what is installed below a folder, such as a Python environment.
    case prefix(String)
  }

  public static let dataFolder = EnvironmentVariable(
    "JUPYTER_DATA_DIR", "The folder of Jupyter's data, in the place of ~/.local/share/jupyter.")
  public static let shareFolder = EnvironmentVariable(
    "XDG_DATA_HOME", "The folder in which that of Jupyter's data is, in the place of ~/.local/share.")

  private let name: String
  private let folder: String

  /// - Parameter name: letters of ASCII, digits, `-`, `.` and `_`.
  /// - Throws: a failure of kind `argument` for another name, of kind `file` where there is no such place.
  public init(_ name: String = "gradus", in place: Place) throws(Failure) {
    let isName =
      !name.isEmpty
      && name.utf8.allSatisfy { byte in
        let scalar = Unicode.Scalar(byte)
        return scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-._".unicodeScalars.contains(scalar))
      }
    guard isName, name.contains(where: { $0 != "." }) else {
      throw Failure(
        .argument, "'\(name)' is no name for a kernel", hint: "letters from a to z, digits, '-', '.' and '_' make one")
    }
    self.name = name
    folder = try Self.kernels(in: place) + "/" + name
  }

  private static func kernels(in place: Place) throws(Failure) -> String {
    switch place {
    case .prefix(let prefix): return prefix + "/share/jupyter/kernels"
    case .user:
      if let data = dataFolder.value { return data + "/kernels" }
      guard let home = environmentVariable("HOME") else {
        throw Failure(.file, "there is no home folder", hint: "set HOME, or name a folder with --prefix")
      }
      if CLibrary.current == .darwin { return home + "/Library/Jupyter/kernels" }
      return (shareFolder.value ?? home + "/.local/share") + "/jupyter/kernels"
    }
  }

  // MARK: What is in it

  /// What `kernel.json` says.
  ///
  /// - Parameter program: how gradus is called; front ends look for no other than a whole path in all surroundings.
  public func description(program: String) -> String {
    """
    {
      "argv": [\(JSON(string: program).text), "kernel", "{connection_file}"],
      "display_name": \(JSON(string: name).text),
      "language": "gradus",
      "interrupt_mode": "message",
      "kernel_protocol_version": "5.5",
      "metadata": {}
    }

    """
  }

  /// The curve of sigmoid.
  public static let picture = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><title>gradus</title>\
    <rect width="64" height="64" rx="12" fill="#14324a"/>\
    <path d="M8 50C30 50 34 14 56 14" fill="none" stroke="#ffd166" stroke-width="6" stroke-linecap="round"/></svg>

    """

  // MARK: Putting it there and taking it away

  private var descriptionFile: String { folder + "/kernel.json" }
  private var pictureFile: String { folder + "/logo-svg.svg" }

  /// Whether another program's kernel has the name.
  private var isForeign: Bool {
    guard FileKind(of: descriptionFile) != nil else { return false }
    guard case .success(let bytes) = TextFile.bytes(of: descriptionFile) else { return true }
    return Content(bytes)?.text("language") != "gradus"
  }

  /// Writes it, in the place of an earlier one of gradus.
  ///
  /// - Returns: the folder.
  /// - Throws: a failure of kind `file` where it cannot be written, or another kernel has the name.
  public func install(program: String) throws(Failure) -> String {
    if isForeign { throw occupied }
    do { try Folder.make(folder) } catch {
      throw Failure(.file, "the folder '\(error.path)' cannot be made: \(error.error.text)")
    }
    try TextFile.replace(descriptionFile, with: Array(description(program: program).utf8))
    try TextFile.replace(pictureFile, with: Array(Self.picture.utf8))
    return folder
  }

  /// Takes away what `install` has written.
  ///
  /// - Returns: the folder.
  /// - Throws: a failure of kind `file` where there is none of gradus.
  public func uninstall() throws(Failure) -> String {
    guard FileKind(of: descriptionFile) != nil else {
      throw Failure(.file, "there is no kernel '\(name)' in \(BytePath(folder).folder.text)")
    }
    if isForeign { throw occupied }
    for file in [descriptionFile, pictureFile] { unlink(file) }
    guard FileKind(of: descriptionFile) == nil else {
      throw Failure(.file, "'\(descriptionFile)' cannot be taken away")
    }
    // Stays where somebody has put more into it.
    rmdir(folder)
    return folder
  }

  private var occupied: Failure {
    Failure(.file, "'\(folder)' is the kernel of another language", hint: "choose another name with --name")
  }
}
