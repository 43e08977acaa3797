import Synchronization
import Vocabulary
import ZeroMQ

/// What goes out to all front ends because of one request.
package final class Outlet: Sendable {
  private let publish: @Sendable (Message) -> Void
  private let author: Author
  /// The header of the request; nil at the start.
  private let parent: [UInt8]?
  private let count = Atomic<Int>(0)

  package init(_ author: Author, parent: [UInt8]?, publish: @escaping @Sendable (Message) -> Void) {
    (self.author, self.parent, self.publish) = (author, parent, publish)
  }

  /// How many outputs a reader of the cell sees so far.
  var outputs: Int { count.load(ordering: .relaxed) }

  func send(_ type: String, _ content: JSON) {
    publish(author.message(type, content, way: [Array(type.utf8)], parent: parent))
  }

  /// What is shown below the cell.
  package func show(_ type: String, _ content: JSON) {
    count.wrappingAdd(1, ordering: .relaxed)
    send(type, content)
  }

  /// Takes away what is shown below the cell.
  func clear() {
    count.store(0, ordering: .relaxed)
    send("clear_output", JSON(object: [("wait", JSON(truth: false))]))
  }

  enum State: String {
    case starting, busy, idle
  }

  func send(_ state: State) {
    send("status", JSON(object: [("execution_state", JSON(string: state.rawValue))]))
  }
}
