import Platform
import Vocabulary

extension ReportFormat {
  static let github = ReportFormat("github", "annotations of GitHub's workflows") { check, _ in GitHubReport(check).text
  }
}

/// A check as commands to GitHub's runner, which shows them beside the lines of the lessons.
struct GitHubReport {
  private(set) var text = ""

  init(_ check: Check) {
    if let failure = check.failure { add("error", [], failure.message) }
    for lesson in check.lessons {
      for verdict in Verdict.all(of: lesson) where verdict.kind != .holds { add(verdict, in: lesson.path) }
      for luck in lesson.luck {
        add(
          "warning",
          [
            ("file", lesson.path.hasPrefix("/") ? lesson.path : prefix + lesson.path), ("line", String(luck.line)),
            ("title", "luck"),
          ],
          "\(luck.title)\nluck: \(luck.held) of \(luck.runs)")
      }
    }
    text += PrettyReport.summary(of: check) + "\n"
  }

  /// What stands before the paths of files here for those who look from the top of the repository, as GitHub does.
  private let prefix = WorkspaceFolder.prefix

  private mutating func add(_ verdict: Verdict, in path: String) {
    var properties = [("file", path.hasPrefix("/") ? path : prefix + path)]
    if let line = verdict.line { properties.append(("line", String(line))) }
    properties.append(("title", verdict.kind.rawValue))
    var message = "\(verdict.title)\n\(verdict.message)"
    if verdict.kind == .differs {
      message +=
        "\nexpected\n" + verdict.expected.joined(separator: "\n") + "\ngot\n" + verdict.output.joined(separator: "\n")
    }
    add(verdict.kind == .notRun ? "notice" : "error", properties, message)
  }

  private mutating func add(_ command: String, _ properties: [(String, String)], _ message: String) {
    let list = properties.map { "\($0)=\($1.escaped(isProperty: true))" }.joined(separator: ",")
    text += "::\(command)\(list.isEmpty ? "" : " ")\(list)::\(message.escaped(isProperty: false))\n"
  }
}

extension String {
  /// What would end a line, and in a property what would end that, is written in hexadecimal; what else steers a terminal is
  /// made visible.
  fileprivate func escaped(isProperty: Bool) -> String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result += String(scalar).visible()
      }
    }
    return result
  }
}

extension ReportFormat {
  public static let workspaceVariable = EnvironmentVariable(
    "GITHUB_WORKSPACE", "The folder that a workflow of GitHub works in; the paths of annotations begin there.")
}

/// The folder that a workflow of GitHub's works in.
private enum WorkspaceFolder {
  /// The way from it to the current folder, with a `/` at its end; empty where that is the same or there is no workflow.
  static var prefix: String {
    guard let folder = ReportFormat.workspaceVariable.value, let root = resolvedPath(folder),
      let here = resolvedPath("."), here.hasPrefix(root + "/")
    else { return "" }
    return here.dropFirst(root.count + 1) + "/"
  }
}
