import Foundation
import Platform

/// Chromium, driven by a test over the WebDriver protocol (W3C). It reaches nothing but this machine and keeps all that it writes
/// in a folder that goes away.
public final class Browser {
  public struct Problem: Error, CustomStringConvertible {
    public let description: String
  }

  /// Why a browser cannot be had here; nil where it can.
  public static let missing: String? = {
    let names = ["chromium", "chromedriver"]
    let lacking = names.filter { Installation.find($0, in: environmentVariable("PATH")) == nil }
    return lacking.isEmpty
      ? nil : "\(lacking.joined(separator: " and ")) not found: sh .ci/setup chromium chromium-driver"
  }()

  private let folder: TemporaryFolder
  private let driver: ChildProcess
  private let port: Int
  private var session = ""

  /// Starts a browser.
  ///
  /// - Parameters:
  ///   - runsScripts: whether scripts of pages run.
  ///   - width: of the window in pixels, as is its height.
  public init(runsScripts: Bool = true, width: Int = 1280, height: Int = 900, isDark: Bool = false) throws {
    folder = try TemporaryFolder()
    let log = folder.path + "/driver.log"
    let environment = environmentVariables.filter { !$0.hasPrefix("TMPDIR=") && !$0.hasPrefix("HOME=") }
    driver = try ChildProcess(
      "chromedriver", ["--port=0"], input: .nothing, output: .file(log), errors: .file(log),
      environment: environment + ["TMPDIR=" + folder.path, "HOME=" + folder.path], group: .own)
    port = try Self.wait(for: "chromedriver") { [folder] in
      (folder.read("driver.log") ?? "").components(separatedBy: "on port ").dropFirst().compactMap {
        Int($0.prefix { $0.isNumber })
      }.first { $0 > 0 }
    }
    let arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-default-browser-check",
      "--user-data-dir=\(folder.path)/profile", "--window-size=\(max(width, 600)),900",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ]
    let options: [String: Any] = [
      "args": arguments,
      "prefs": ["profile.managed_default_content_settings.javascript": runsScripts ? 1 : 2],
    ]
    let milliseconds = Int(Self.patience) * 1000
    let capabilities: [String: Any] = [
      "goog:chromeOptions": options, "goog:loggingPrefs": ["browser": "ALL", "performance": "ALL"],
      "timeouts": ["script": milliseconds, "pageLoad": milliseconds],
    ]
    let answer = try call("POST", "/session", ["capabilities": ["alwaysMatch": capabilities]])
    session = (answer as? [String: Any])?["sessionId"] as? String ?? ""
    try command(
      "Emulation.setDeviceMetricsOverride", ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
    try command(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]]])
  }

  deinit {
    _ = try? call("DELETE", "/session/\(session)")
    driver.kill()
  }

  // MARK: Going

  public func open(_ address: String) throws { try post("url", ["url": address]) }
  public func reload() throws { try post("refresh") }
  public func goBack() throws { try post("back") }

  public var address: String { get throws { try get("url") as? String ?? "" } }

  /// Opens another tab and goes to it.
  public func openTab() throws {
    let tab = try post("window/new", ["type": "tab"]) as? [String: Any]
    try show(tab: tab?["handle"] as? String ?? "")
  }

  public var tab: String { get throws { try get("window") as? String ?? "" } }

  public func show(tab: String) throws { try post("window", ["handle": tab]) }

  /// Takes the network away, or gives it back.
  public func setOffline(_ isOffline: Bool) throws {
    try post(
      "chromium/network_conditions",
      ["network_conditions": ["offline": isOffline, "latency": 0, "throughput": -1]])
  }

  // MARK: Looking

  /// The value of an expression of JavaScript in the page.
  @discardableResult
  public func value(_ expression: String) throws -> Any? { try execute("return " + expression) }

  @discardableResult
  public func execute(_ script: String) throws -> Any? {
    let value = try post("execute/sync", ["script": script, "args": [Any]()])
    return value is NSNull ? nil : value
  }

  /// What a script hands to its last argument, a function.
  public func executeAsynchronously(_ script: String) throws -> Any? {
    try post("execute/async", ["script": script, "args": [Any]()])
  }

  /// The text of the first element of a selector, as it shows; nil where there is none.
  public func text(_ selector: String) throws -> String? {
    guard let element = try elements(selector).first else { return nil }
    return try get("element/\(element)/text") as? String
  }

  public func count(_ selector: String) throws -> Int { try elements(selector).count }

  /// The page as a PNG.
  public func picture() throws -> [UInt8] {
    Array(Data(base64Encoded: try get("screenshot") as? String ?? "") ?? Data())
  }

  /// What the browser noted since this was asked last: `browser` for the console, `performance` for requests.
  public func log(_ kind: String) throws -> [String] {
    let entries = try post("se/log", ["type": kind]) as? [[String: Any]] ?? []
    return entries.compactMap { $0["message"] as? String }
  }

  /// The addresses that were asked for since this was asked last.
  public func requested() throws -> [String] {
    try log("performance").compactMap { line in
      let entry = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let message = entry?["message"] as? [String: Any]
      guard message?["method"] as? String == "Network.requestWillBeSent",
        let request = (message?["params"] as? [String: Any])?["request"] as? [String: Any]
      else { return nil }
      return request["url"] as? String
    }
  }

  // MARK: Doing

  /// Clicks into the middle of an element, after that of the window was scrolled to it, where nothing covers it.
  public func click(_ selector: String) throws {
    let element = try element(selector)
    let reference = ["element-6066-11e4-a52e-4f735466cecf": element]
    try post(
      "execute/sync", ["script": "arguments[0].scrollIntoView({ block: 'center' })", "args": [reference]])
    try post("element/\(element)/click")
  }

  /// Types into an element, after what is there.
  public func type(_ text: String, into selector: String) throws {
    try post("element/\(try element(selector))/value", ["text": text])
  }

  public func clear(_ selector: String) throws { try post("element/\(try element(selector))/clear") }

  /// Presses keys where the focus is, one after the other; `Key` has those without a letter.
  public func press(_ keys: String, with modifier: String? = nil) throws {
    func action(_ kind: String, _ key: String) -> [String: Any] { ["type": kind, "value": key] }
    var actions: [[String: Any]] = modifier.map { [action("keyDown", $0)] } ?? []
    for key in keys { actions += [action("keyDown", String(key)), action("keyUp", String(key))] }
    if let modifier { actions.append(action("keyUp", modifier)) }
    try post("actions", ["actions": [["type": "key", "id": "keyboard", "actions": actions]]])
  }

  /// Keys without a letter, as the protocol spells them.
  public enum Key {
    public static let tab = "\u{E004}", enter = "\u{E007}", escape = "\u{E00C}", shift = "\u{E008}",
      control = "\u{E009}"
    public static let up = "\u{E013}", down = "\u{E015}", space = " ", end = "\u{E010}", home = "\u{E011}",
      left = "\u{E012}", right = "\u{E014}"
  }

  // MARK: Waiting

  /// Minutes, so that no busy machine makes a test fail.
  private static let patience = 180.0

  /// Asks until there is an answer.
  @discardableResult
  public static func wait<Answer>(for what: String, _ question: () throws -> Answer?) throws -> Answer {
    let end = Date().addingTimeInterval(patience)
    while Date() < end {
      // A page that is just being left has no elements to be asked.
      if let answer = try? question() { return answer }
      usleep(30_000)
    }
    throw Problem(description: "there is still no \(what)")
  }

  /// Waits until the text of an element holds some words.
  public func wait(for words: String, in selector: String) throws {
    try Self.wait(for: "'\(words)' in \(selector)") {
      try text(selector)?.contains(words) == true ? true : nil
    }
  }

  public func wait(for selector: String) throws {
    try Self.wait(for: selector) { try elements(selector).isEmpty ? nil : true }
  }

  public func wait(until expression: String) throws {
    try Self.wait(for: expression) { try value(expression) as? Bool == true ? true : nil }
  }

  // MARK: The protocol

  private func element(_ selector: String) throws -> String {
    guard let first = try elements(selector).first else {
      throw Problem(description: "no \(selector) at \(try address)")
    }
    return first
  }

  private func elements(_ selector: String) throws -> [String] {
    let found = try post("elements", ["using": "css selector", "value": selector]) as? [[String: String]] ?? []
    return found.compactMap(\.values.first)
  }

  @discardableResult
  public func command(_ name: String, _ parameters: [String: Any] = [:]) throws -> Any {
    try post("goog/cdp/execute", ["cmd": name, "params": parameters])
  }

  private func get(_ path: String) throws -> Any { try call("GET", "/session/\(session)/\(path)") }

  @discardableResult
  private func post(_ path: String, _ content: [String: Any] = [:]) throws -> Any {
    try call("POST", "/session/\(session)/\(path)", content)
  }

  @discardableResult
  private func call(_ method: String, _ path: String, _ content: [String: Any]? = nil) throws -> Any {
    let body = try content.map { Array(try JSONSerialization.data(withJSONObject: $0)) } ?? []
    let reply = try LoopbackClient.send(
      method, port: port, path, headers: [("Content-Type", "application/json; charset=utf-8")], body: body)
    let object = try JSONSerialization.jsonObject(with: Data(reply.body)) as? [String: Any]
    let value = object?["value"] ?? NSNull()
    guard reply.status == 200 else {
      throw Problem(description: (value as? [String: Any])?["message"] as? String ?? reply.text)
    }
    return value
  }
}
