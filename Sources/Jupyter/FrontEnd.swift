import Platform

/// The program that has started a kernel, as far as it says that it did.
public enum FrontEnd {
  /// What Jupyter's servers set for kernels that are not to outlive them.
  public static let process = EnvironmentVariable(
    "JPY_PARENT_PID",
    "The process that has started the kernel, which ends once that one is gone. Front ends of Jupyter set it.")

  private static let pause: UInt32 = 500_000

  /// Calls on a thread of its own as soon as the process that has started this one is gone: nobody is left who could ask for the
  /// kernel's end, and a cell would be run for no one. Never calls where the front end is not the parent, or does not say so.
  public static func whenGone(_ body: @escaping @Sendable () -> Void) {
    let parent = getppid()
    guard process.value == String(parent) else { return }
    LargeStack.detach {
      while getppid() == parent { usleep(pause) }
      body()
    }
  }
}
