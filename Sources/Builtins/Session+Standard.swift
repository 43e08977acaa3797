import Workbench

extension Session {
  /// A new conversation with all built-ins and seed 0.
  public init() { self.init(builtins: .standard) }
}
