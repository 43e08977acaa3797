/// Keeps this process from taking more memory than so many bytes, and from leaving a core file.
public func limitMemory(toBytes bytes: UInt64) {
  for (kind, most) in [(RLIMIT_AS, rlim_t(bytes)), (RLIMIT_CORE, 0)] {
    var limit = rlimit(rlim_cur: most, rlim_max: most)
    #if canImport(Darwin) || canImport(Musl)
      setrlimit(kind, &limit)
    #else
      setrlimit(__rlimit_resource_t(kind.rawValue), &limit)
    #endif
  }
}

/// The number of processors.
public let processorCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
