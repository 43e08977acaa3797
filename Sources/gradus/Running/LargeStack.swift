#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Runs work on a thread whose stack holds as much nesting as the language allows.
enum LargeStack {
  /// Reserved, not used: pages are taken as the stack grows.
  private static let size = 512 << 20

  private final class Work {
    let body: () -> Int32
    var result: Int32 = 3
    init(_ body: @escaping () -> Int32) { self.body = body }
  }

  /// The work's result; signals reach the working thread, not the waiting one.
  static func run(_ body: @escaping () -> Int32) -> Int32 {
    let work = Work(body)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, size)
    defer { pthread_attr_destroy(&attributes) }
    #if canImport(Glibc)
    var thread = pthread_t()
    #else
    var thread: pthread_t?
    #endif
    let context = Unmanaged.passRetained(work).toOpaque()
    let status = pthread_create(&thread, &attributes, { context in
      #if canImport(Glibc)
      guard let context else { return nil }
      #endif
      let work = Unmanaged<Work>.fromOpaque(context).takeRetainedValue()
      work.result = work.body()
      return nil
    }, context)
    guard status == 0 else {
      Unmanaged<Work>.fromOpaque(context).release()
      return body()
    }
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, nil)
    #if canImport(Glibc)
    pthread_join(thread, nil)
    #else
    if let thread { pthread_join(thread, nil) }
    #endif
    return work.result
  }
}
