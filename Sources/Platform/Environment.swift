/// An environment variable; nil where it is unset or empty.
public func environmentVariable(_ name: String) -> String? {
  guard let text = getenv(name), text.pointee != 0 else { return nil }
  return String(cString: text)
}

/// All of them, as `NAME=value`.
public var environmentVariables: [String] {
  var variables: [String] = []
  var pointer = environ
  while let entry = pointer.pointee {
    variables.append(String(cString: entry))
    pointer += 1
  }
  return variables
}

/// The number of processors.
public var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

/// The processor time that this process has taken, in nanoseconds.
public var processorTime: UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

/// How many kilobytes of memory this process has at the moment; where the system does not say, the most that it ever had.
public var residentKilobytes: Int {
  guard let file = fopen("/proc/self/statm", "r") else { return peakKilobytes }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 200)
  guard fgets(&line, Int32(line.count), file) != nil else { return peakKilobytes }
  let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  return pages * Int(sysconf(Int32(_SC_PAGESIZE))) / 1024
}
