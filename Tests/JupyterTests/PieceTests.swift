import Jupyter
import Plotting
import Platform
import Synchronization
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Parts of the kernel by themselves.
@Suite struct PieceTests {
  @Test(arguments: [("aσ𝜎b", [0, 1, 3, 7, 8]), ("", [0])]) func `places in a text`(text: String, bytes: [Int]) {
    for (scalars, place) in bytes.enumerated() {
      #expect(text.bytes(before: scalars) == place && text.scalars(before: place) == scalars)
    }
    #expect(text.bytes(before: .max) == text.utf8.count && text.bytes(before: -1) == 0)
  }

  @Test func `a signature is that of the standard, and no other passes`() {
    // RFC 4231, test case 2.
    let signature = Signature(key: Array("Jefe".utf8))
    let text = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    let parts = ["what do ya want ", "for nothing?"].map { Array($0.utf8) }
    #expect(signature.text(of: parts) == Array(text.utf8))
    #expect(signature.accepts(Array(text.utf8), of: parts))
    #expect(!signature.accepts(Array(text.uppercased().utf8), of: parts))
    #expect(!signature.accepts(Array(text.utf8.dropLast()), of: parts) && !signature.accepts([], of: parts))
    #expect(Signature(key: []).text(of: parts) == [] && Signature(key: []).accepts([1], of: parts))
  }

  @Test func `a signature is new once, for a long time`() {
    let memory = SignatureMemory()
    #expect(memory.isNew([1]) && !memory.isNew([1]))
    for number in 0..<30_000 { #expect(memory.isNew([2, UInt8(number >> 8), UInt8(number & 255)])) }
    #expect(!memory.isNew([1]))
  }

  /// What is shown of long work, by a clock that the test moves.
  @Test func `progress is shown late, seldom, and goes away`() {
    let time = Mutex(ContinuousClock.now)
    let types = Mutex<[String]>([])
    let outlet = Outlet(Author(signature: Signature(key: [])), parent: nil) { message in
      types.withLock { $0.append(String(decoding: message[0], as: UTF8.self)) }
    }
    func pass(_ milliseconds: Int) { time.withLock { $0 += .milliseconds(milliseconds) } }
    func shown() -> [String] {
      types.withLock { types in
        defer { types = [] }
        return types
      }
    }
    let display = LiveDisplay(outlet, "d", style: .standard) { time.withLock { $0 } }
    display.show(WorkProgress("epoch 1"))
    pass(100)
    display.show(WorkProgress("epoch 2"))
    #expect(shown() == [])
    pass(200)
    for number in 0..<20 {
      display.show(WorkProgress("epoch \(number)"))
      pass(50)
    }
    // A second: the first, and at most five changes.
    #expect(shown() == ["display_data"] + Array(repeating: "update_display_data", count: 4))
    display.show(nil as WorkProgress?)
    #expect(shown() == ["clear_output"])
    // Short work after it is not shown, and of what stands below other outputs the place is left empty.
    display.show(WorkProgress("again"))
    display.show(nil as WorkProgress?)
    #expect(shown() == [])
    outlet.show("stream", .null)
    display.show(Figure(marks: []))
    pass(300)
    display.show(Figure(marks: []))
    display.end()
    display.show(WorkProgress("late"))
    pass(1_000)
    display.show(WorkProgress("late"))
    #expect(shown() == ["stream", "display_data", "update_display_data"])
  }

  @Test func `it is installed and taken away, and nobody else's is touched`() throws {
    let folder = try TemporaryFolder()
    let kernelspec = try Kernelspec(in: .prefix(folder.path))
    let place = "share/jupyter/kernels/gradus/kernel.json"
    #expect(try kernelspec.install(program: "/a \"b\"/gradus") == folder.path + "/share/jupyter/kernels/gradus")
    let text = try #require(folder.read(place))
    guard case .object(let members)? = JSONReader.item(in: Array(text.utf8)[...]) else {
      throw ZMTPClient.NotUnderstood()
    }
    #expect(members["argv"] == .array([.text("/a \"b\"/gradus"), .text("kernel"), .text("{connection_file}")]))
    #expect(members["interrupt_mode"] == .text("message") && members["language"] == .text("gradus"))
    _ = try kernelspec.install(program: "/gradus")
    _ = try kernelspec.uninstall()
    #expect(FileKind(of: folder.path + "/share/jupyter/kernels/gradus") == nil)
    #expect(throws: Failure.self) { try kernelspec.uninstall() }
    folder.write(place, #"{"language": "julia"}"#)
    #expect(throws: Failure.self) { try kernelspec.install(program: "/gradus") }
    #expect(throws: Failure.self) { try kernelspec.uninstall() }
    #expect(folder.read(place) == #"{"language": "julia"}"#)
    for name in ["", "..", "a/b", "a b", "σ"] {
      #expect(throws: Failure.self) { try Kernelspec(name, in: .prefix(folder.path)) }
    }
  }
}
