import Synchronization

/// An environment variable; nil where it is unset or empty.
public func environmentVariable(_ name: String) -> String? {
  guard let text = getenv(name), text.pointee != 0 else { return nil }
  return String(cString: text)
}

/// An environment variable that gradus heeds: its use and what manuals say of it derive from here.
public struct EnvironmentVariable: Sendable {
  public let name: String
  /// What gradus takes from it, in sentences.
  public let meaning: String

  public init(_ name: String, _ meaning: String) { (self.name, self.meaning) = (name, meaning) }

  /// Nil where it is unset or empty.
  public var value: String? { environmentVariable(name) }
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

extension String {
  /// As a shell takes it for one word.
  public var shellWord: String {
    let isPlain = !isEmpty && allSatisfy { $0.isLetter || $0.isNumber || "/._-+".contains($0) }
    return isPlain
      ? self : "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}

/// The number of processors that this program may use at once.
public var processorCount: Int {
  min(mostProcessors.load(ordering: .relaxed), max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
}

private let mostProcessors = Atomic(Int.max)

/// From now on no work is shared out among more processors. Results do not depend on it; it is for programs of which several run
/// side by side.
public func useProcessors(atMost count: Int) { mostProcessors.store(max(1, count), ordering: .relaxed) }

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
