// The system's C library. This is the one place that asks which it is: everybody else imports Platform.
#if canImport(Glibc)
  @_exported import Glibc

  private let library = CLibrary.gnu
  private let resources = [RLIMIT_AS, RLIMIT_CORE].map { __rlimit_resource_t($0.rawValue) }
  private let openFiles = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  private let thisProcess = RUSAGE_SELF.rawValue
  private var noThread: pthread_t { pthread_t() }
  private let streamSocket = Int32(SOCK_STREAM.rawValue)

  extension sigaction {
    fileprivate mutating func call(_ handler: SignalHandler?) { __sigaction_handler.sa_handler = handler }
  }
#elseif canImport(Musl)
  @_exported import Musl

  private let library = CLibrary.musl
  private let resources = [RLIMIT_AS, RLIMIT_CORE]
  private let openFiles = RLIMIT_NOFILE
  private let thisProcess = RUSAGE_SELF
  private var noThread: pthread_t? { nil }
  private let streamSocket = SOCK_STREAM

  extension sigaction {
    fileprivate mutating func call(_ handler: SignalHandler?) { __sa_handler.sa_handler = handler }
  }
#else
  @_exported import Darwin

  private let library = CLibrary.darwin
  private let resources = [RLIMIT_AS, RLIMIT_CORE]
  private let openFiles = RLIMIT_NOFILE
  private let thisProcess = RUSAGE_SELF
  private var noThread: pthread_t? { nil }
  private let streamSocket = SOCK_STREAM

  extension sigaction {
    fileprivate mutating func call(_ handler: SignalHandler?) { __sigaction_u.__sa_handler = handler }
  }
#endif

/// The libraries that C's functions come from.
public enum CLibrary: Sendable {
  case gnu, musl, darwin

  /// The one of this system.
  public static var current: CLibrary { library }
}

// MARK: Names that members of types hide

func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}

func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  write(descriptor, buffer.baseAddress, buffer.count)
}

@discardableResult func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }

@discardableResult func systemKill(_ process: pid_t, _ signal: Int32) -> Int32 { kill(process, signal) }

func systemSocket(_ family: Int32) -> Int32 { socket(family, streamSocket, 0) }

func systemListen(_ descriptor: Int32, _ most: Int32) -> Int32 { listen(descriptor, most) }

func systemAccept(_ descriptor: Int32) -> Int32 { accept(descriptor, nil, nil) }

func systemBind(_ descriptor: Int32, _ name: UnsafePointer<sockaddr>, _ size: socklen_t) -> Int32 {
  bind(descriptor, name, size)
}

func systemConnect(_ descriptor: Int32, _ name: UnsafePointer<sockaddr>, _ size: socklen_t) -> Int32 {
  connect(descriptor, name, size)
}

/// Raises no signal where the other side is gone.
func systemSend(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  send(descriptor, buffer.baseAddress, buffer.count, withoutSignal)
}

// MARK: What is spelled otherwise

#if canImport(Darwin)
  private let withoutSignal: Int32 = 0

  func silenceSignals(of socket: Int32) {
    var yes: Int32 = 1
    setsockopt(socket, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
  }
#else
  private let withoutSignal = Int32(MSG_NOSIGNAL)

  func silenceSignals(of socket: Int32) {}
#endif

/// The protocol of the network under the sockets of streams.
let networkProtocol = Int32(IPPROTO_TCP)

#if canImport(Darwin)
  typealias SpawnActions = posix_spawn_file_actions_t?
  typealias SpawnAttributes = posix_spawnattr_t?
  var noSpawnActions: SpawnActions { nil }
  var noSpawnAttributes: SpawnAttributes { nil }
  let spawnsNewSession: Int32 = 0x400
  typealias FolderStream = UnsafeMutablePointer<DIR>
  private typealias ThreadContext = UnsafeMutableRawPointer
#else
  typealias SpawnActions = posix_spawn_file_actions_t
  typealias SpawnAttributes = posix_spawnattr_t
  var noSpawnActions: SpawnActions { posix_spawn_file_actions_t() }
  var noSpawnAttributes: SpawnAttributes { posix_spawnattr_t() }
  /// `POSIX_SPAWN_SETSID`, which the system's module leaves out.
  let spawnsNewSession: Int32 = 0x80
  typealias FolderStream = OpaquePointer
  private typealias ThreadContext = UnsafeMutableRawPointer?
#endif

typealias SignalHandler = @convention(c) (Int32) -> Void

extension sigaction {
  /// An action that calls a function.
  init(calling handler: SignalHandler?, flags: Int32) {
    self.init()
    call(handler)
    sigemptyset(&sa_mask)
    sa_flags = flags
  }
}

extension stat {
  /// When the content was changed last.
  var modification: timespec {
    #if canImport(Darwin)
      st_mtimespec
    #else
      st_mtim
    #endif
  }
}

/// The path of the running program as the system has it; nil where it does not tell, as without `/proc`.
var ownProgram: String? {
  var buffer = [CChar](repeating: 0, count: 4096)
  #if canImport(Darwin)
    var size = UInt32(buffer.count)
    let count = _NSGetExecutablePath(&buffer, &size) == 0 ? strlen(buffer) : 0
  #else
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
  #endif
  return count > 0 ? String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
}

/// Starts a thread with so much stack; nil where the system gives none.
func startThread(stack: Int, _ body: @escaping @Sendable () -> Void) -> pthread_t? {
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  pthread_attr_setstacksize(&attributes, stack)
  defer { pthread_attr_destroy(&attributes) }
  let work = Unmanaged.passRetained(ThreadWork(body))
  let call: @convention(c) (ThreadContext) -> UnsafeMutableRawPointer? = { context in
    // Of an optional pointer and of one that is none.
    guard let context = context as UnsafeMutableRawPointer? else { return nil }
    Unmanaged<ThreadWork>.fromOpaque(context).takeRetainedValue().body()
    return nil
  }
  var thread = noThread
  guard pthread_create(&thread, &attributes, call, work.toOpaque()) == 0 else {
    work.release()
    return nil
  }
  return thread
}

private final class ThreadWork: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

/// Lets this process take no more memory than so many bytes, and leave no image of its memory behind when it crashes.
public func limitMemory(to bytes: Int) {
  for (kind, most) in zip(resources, [rlim_t(bytes), 0]) {
    var limit = rlimit(rlim_cur: most, rlim_max: most)
    setrlimit(kind, &limit)
  }
}

/// Lets this process have as many files and connections open as the system allows it, up to so many.
public func allowOpenFiles(atMost most: Int) {
  var limit = rlimit()
  guard getrlimit(openFiles, &limit) == 0, limit.rlim_cur < rlim_t(most) else { return }
  limit.rlim_cur = min(limit.rlim_max, rlim_t(most))
  setrlimit(openFiles, &limit)
}

/// The most memory that this process has had at once, in thousands of bytes.
public var peakKilobytes: Int {
  var usage = rusage()
  getrusage(thisProcess, &usage)
  #if canImport(Darwin)
    return usage.ru_maxrss / 1024
  #else
    return usage.ru_maxrss
  #endif
}
