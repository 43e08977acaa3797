import Synchronization

/// A value that is made when it is first asked for.
///
/// All that ask later get the same one. Where several threads ask at once it may be made more than once, and one is kept:
/// making it must depend on nothing that changes.
public final class Deferred<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value
  private let made = AtomicLazyReference<Made>()

  public init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  public var value: Value { (made.load() ?? made.storeIfNil(Made(make()))).value }

  private final class Made: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }
}
