import ArgumentParser
import Classroom
import ClassroomOptions
import Dispatch
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Lessons
import Logging
import NIOCore
import Platform
import Synchronization
import Vocabulary
import Workbench

/// Serves classes until it is told to end.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "serve", abstract: "Serve lessons to a class.")

  @OptionGroup var options: ServeOptions

  func run() async throws {
    allowOpenFiles(atMost: 65_536)
    let paths = try lessons()
    let store = try openStore()
    let workers = WorkerPool(
      program: try gradus(), arguments: ["serve", "--worker"], count: options.workers ?? processorCount)
    let shelf = LessonShelf(paths: paths, store: store, workers: workers)
    var classes: [ServedClass] = []
    var teachers: [(served: ServedClass, secret: Secret)] = []
    do {
      for name in options.classes.isEmpty ? ["Class"] : options.classes {
        let secret = Secret()
        var stored = try await store.openClass(name, now: Clock.now)
        try await store.addTeacher(secret.mark, to: stored.id)
        stored.teachers.insert(secret.mark)
        let served = ServedClass(stored, store: store, shelf: shelf, workers: workers, limits: ServingLimits())
        classes.append(served)
        teachers.append((served, secret))
      }
    } catch {
      throw ServeFailure(
        "the classes cannot be kept: \(ClassStore.reason(error))", hint: "name another folder with --data")
    }
    let site = Site(classes, root: options.basePath, isSecure: options.certificate != nil)
    let service = Service(options: options, site: site, store: store, workers: workers, teachers: teachers)
    try await service.run()
  }

  // MARK: What it needs

  /// The files of the lessons; those that are none are said and passed over.
  private func lessons() throws -> [String] {
    do throws(Failure) {
      let choice = try LessonChoice(options.lessons)
      if let notice = choice.notice() { Console.warn("note: " + notice.visible()) }
      var good: [String] = []
      for entry in try Course(choice.paths).entries {
        do throws(Failure) {
          switch TextFile.read(entry.path) {
          case .success(let text): _ = try Document(text)
          case .failure(let failure): throw failure
          }
          good.append(entry.path)
        } catch {
          Console.warn("note: \(entry.path.visible()) is passed over: \(error.message)")
        }
      }
      if good.isEmpty { throw Failure(.document, "there is no lesson to serve") }
      return good
    } catch {
      throw ServeFailure(error.message, hint: error.hint)
    }
  }

  private func openStore() throws -> ClassStore {
    guard let folder = options.store.folder else {
      throw ServeFailure("there is no home folder", hint: "name a folder with --data")
    }
    do {
      return try ClassStore(folder: folder)
    } catch {
      throw ServeFailure(error.message, hint: error.hint)
    }
  }

  private func gradus() throws -> String {
    do {
      return try Installation.current.helper("gradus")
    } catch {
      throw ServeFailure(error.message, hint: error.hint)
    }
  }
}

/// The running server: its port, what happens now and then, its end.
private struct Service: Sendable {
  let options: ServeOptions
  let site: Site
  let store: ClassStore
  let workers: WorkerPool
  let teachers: [(served: ServedClass, secret: Secret)]

  /// What stands for `room`: all addresses, of IPv6 too where the machine has it.
  private static let everywhere = ["::", "0.0.0.0"]

  private var hosts: [String] {
    switch options.listen {
    case nil: ["127.0.0.1"]
    case ServeOptions.room?: Self.everywhere
    case let address?: [address]
    }
  }

  private var isSecure: Bool { options.certificate != nil }

  func run() async throws {
    let connections = Connections()
    let hosts = HostNames(options.hostName + (machineName.map { [$0, $0 + ".local"] } ?? []))
    let responder = site.responder(
      Gate(hosts: hosts, proxies: TrustedProxies(options.trust), isSecure: isSecure, address: site.address))
    let server = try server(connections)
    watchSignals()
    let first = options.port ?? ServeOptions.standardPort
    let last = options.port == nil ? first + ServeOptions.portsTried : first
    var problem: IOError?
    var other: (any Error)?
    for port in first...last {
      for host in self.hosts {
        do {
          try await serve(responder, server, hosts, host: host, port: port)
          return
        } catch let error as IOError {
          problem = error
          if error.errnoCode == EADDRINUSE { break }
        } catch {
          other = error
        }
      }
      if problem?.errnoCode != EADDRINUSE { break }
    }
    throw unbound(problem, first, other)
  }

  private func unbound(_ problem: IOError?, _ port: Int, _ other: (any Error)?) -> ServeFailure {
    switch problem?.errnoCode {
    case EADDRINUSE:
      options.port == nil
        ? ServeFailure(
          "the ports \(port) to \(port + ServeOptions.portsTried) are taken", hint: "name another with --port")
        : ServeFailure("port \(port) is taken", hint: "end what uses it, or name another with --port")
    case EACCES: ServeFailure("port \(port) may not be used", hint: "name one from 1024 on with --port")
    case EADDRNOTAVAIL:
      ServeFailure(
        "'\(options.listen ?? "")' is no address of this machine", hint: "leave --listen out, or say --listen room")
    default: ServeFailure("nothing can be served: \((problem ?? other).map { "\($0)" } ?? "no address")")
    }
  }

  private func server(_ connections: Connections) throws -> HTTPServerBuilder {
    let http = HTTPServerBuilder.http1(
      configuration: .init(
        additionalChannelHandlers: [connections.makeHandler()], idleTimeout: .seconds(75),
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: 8 * 1024, maxHeaderListSize: 16 * 1024, maxHeaderFieldCount: 100)))
    guard let certificate = options.certificate, let key = options.key else { return http }
    do {
      let chain = try NIOSSLCertificate.fromPEMFile(certificate)
      let privateKey = try NIOSSLPrivateKey(file: key, format: .pem)
      return try .tls(
        http,
        tlsConfiguration: .makeServerConfiguration(
          certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(privateKey)))
    } catch {
      throw ServeFailure("the certificate or its key cannot be used: \(error)", hint: "both are files in PEM")
    }
  }

  private func serve(
    _ responder: RouterResponder<Scene>, _ server: HTTPServerBuilder, _ names: HostNames, host: String, port: Int
  ) async throws {
    var logger = Logger(label: "gradus-serve")
    logger.logLevel = .critical
    let application = Application(
      responder: responder, server: server,
      configuration: .init(address: .hostname(host, port: port), serverName: nil, backlog: 1_024),
      onServerRunning: { channel in
        let announcement = Announcement(
          site: site, port: channel.localAddress?.port ?? port,
          listened: Self.everywhere.contains(host) ? nil : MachineAddress(host), hostNames: options.hostName,
          isSecure: isSecure, teachers: teachers,
          takenPort: options.port == nil && port != ServeOptions.standardPort ? ServeOptions.standardPort : nil)
        site.places.withLock { $0 = announcement.places }
        Console.say(announcement.text(columns: Console.columns))
        Task { await self.lookAfter(announcement, names) }
        // Workers and pages are ready before the first student is.
        Task.detached(priority: .utility) { _ = teachers.first?.served.shelf.all() }
      }, logger: logger)
    try await application.run()
  }

  /// Does what is to be done now and then.
  private func lookAfter(_ announcement: Announcement, _ names: HostNames) async {
    var places = announcement.places
    for round in 1... {
      try? await Task.sleep(for: .seconds(15))
      for served in site.ordered { served.news.breathe() }
      // A laptop changes its network.
      names.refresh()
      if announcement.places != places {
        places = announcement.places
        site.places.withLock { [places] in $0 = places }
        if !places.isEmpty { Console.say("Students open " + places.joined(separator: " or ") + " now.\n") }
      }
      if round == 8, site.ordered.allSatisfy({ $0.live.withLock { $0.state.students.isEmpty } }) {
        Console.say(announcement.hint)
      }
    }
  }

  // MARK: Its end

  /// The first signal ends the server when what runs is done; the second one at once.
  private func watchSignals() {
    let isEnding = Ending()
    for number in [SIGINT, SIGTERM] {
      Signal.ignore(number)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if isEnding.flag.withLock({ flag in
          defer { flag = true }; return flag
        }) {
          exit(0)
        }
        Task { await self.end() }
      }
      source.resume()
      // As long as the program runs.
      _ = Unmanaged.passRetained(source as AnyObject)
    }
  }

  private final class Ending: Sendable { let flag = Mutex(false) }

  /// Lets what runs come to its end, tells the pages, closes the store.
  private func end() async {
    Console.say("Ending. Everything is kept.\n")
    site.isDraining.withLock { $0 = true }
    for served in site.ordered { served.drain() }
    for _ in 0..<60 where site.ordered.contains(where: \.isBusy) { try? await Task.sleep(for: .milliseconds(50)) }
    for served in site.ordered {
      served.news.tell("closed", JSON(object: [("reason", JSON(string: "server"))]))
      served.news.end()
    }
    // What was said is to be on its way.
    try? await Task.sleep(for: .milliseconds(200))
    await workers.shutDown()
    store.close()
    exit(0)
  }
}

/// The names by which the server may be asked for, which change with the network.
final class HostNames: Sendable {
  private let fixed: [String]
  private let policy: Mutex<HostPolicy>

  init(_ fixed: [String]) {
    self.fixed = fixed
    policy = Mutex(HostPolicy(names: fixed + MachineAddress.all().map(\.text)))
  }

  func refresh() {
    let fresh = HostPolicy(names: fixed + MachineAddress.all().map(\.text))
    policy.withLock { $0 = fresh }
  }

  func allows(_ host: String?) -> Bool { policy.withLock { $0 }.allows(host) }
}
