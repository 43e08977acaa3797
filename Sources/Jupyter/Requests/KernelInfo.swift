import Lessons
import Vocabulary
import Workbench

/// Which kernel this is, and what its language is called.
struct KernelInfo: Request {
  static let type = "kernel_info_request"

  init(_ content: Content) {}
  init() {}

  func answer(in conversation: inout Conversation, _ outlet: Outlet) -> JSON? { answer }

  var answer: JSON {
    let version = JSON(string: Version.current)
    let language = JSON(object: NotebookLanguage.info.map { ($0.name, JSON(string: $0.value)) })
    return JSON(ok: [
      ("protocol_version", JSON(string: Author.protocolVersion)), ("implementation", JSON(string: "gradus")),
      ("implementation_version", version),
      ("banner", JSON(string: "gradus \(Version.current). help lists what there is, Tab completes.")),
      ("language_info", language), ("help_links", JSON(array: [])), ("supported_features", JSON(array: [])),
      ("debugger", JSON(truth: false)),
    ])
  }
}
