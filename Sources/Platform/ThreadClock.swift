/// The processor time of one thread, which others can look at while it runs.
public struct ThreadClock: Sendable {
  #if canImport(Darwin)
    private let thread: mach_port_t

    /// That of the calling thread.
    public init() { thread = pthread_mach_thread_np(pthread_self()) }

    /// What it has taken so far, in nanoseconds; nil once the thread has ended.
    public var nanoseconds: UInt64? {
      var info = thread_basic_info()
      var count = mach_msg_type_number_t(MemoryLayout<thread_basic_info>.size / MemoryLayout<natural_t>.size)
      let result = withUnsafeMutablePointer(to: &info) { info in
        info.withMemoryRebound(to: integer_t.self, capacity: Int(count)) {
          thread_info(thread, thread_flavor_t(THREAD_BASIC_INFO), $0, &count)
        }
      }
      guard result == KERN_SUCCESS else { return nil }
      let microseconds = [info.user_time, info.system_time].reduce(0) {
        $0 + UInt64($1.seconds) * 1_000_000 + UInt64($1.microseconds)
      }
      return microseconds * 1000
    }
  #else
    private let clock: clockid_t

    /// That of the calling thread.
    public init() {
      var clock = clockid_t()
      pthread_getcpuclockid(pthread_self(), &clock)
      self.clock = clock
    }

    /// What it has taken so far, in nanoseconds; nil once the thread has ended.
    public var nanoseconds: UInt64? {
      var time = timespec()
      guard clock_gettime(clock, &time) == 0 else { return nil }
      return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
  #endif
}
