/// Places in the project.
public enum Project {
  /// The path of a file or folder, given from the top of the project.
  public static func path(_ relative: String) -> String {
    let top = "\(#filePath)".split(separator: "/").dropLast(3)
    return "/" + top.joined(separator: "/") + "/" + relative
  }
}
