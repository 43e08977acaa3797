import Builtins
import Probability
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Initializers as commands: against torch.nn.init and NumPy, and against what `describe` says of them.
@Suite struct InitializerCommandTests {
  private func rows(_ file: String) throws -> [[String]] {
    try References.text("initializers/\(file).csv").split(separator: "\n").dropFirst().map { line in
      line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private func numbers(_ cell: String) -> [Double] { cell.split(separator: " ").map { References.double(String($0)) } }

  private func value(_ command: String) throws -> Value {
    var session = Session()
    let transcript = session.run(command)
    if let failure = transcript.failure { throw failure }
    return try #require(transcript.results.last?.value)
  }

  /// Puts more arguments into a call or makes one of a name.
  private func call(_ text: String, adding arguments: String) -> String {
    text.hasSuffix(")") ? text.dropLast() + ", \(arguments))" : "\(text)(\(arguments))"
  }

  @Test func `the distributions are PyTorch's`() throws {
    for row in try rows("torch_initializers") {
      let expected = numbers(row[3])
      guard row[2] != "number" else {
        #expect(try value(row[0]).number == expected[0], "\(row[0])")
        continue
      }
      let shape = row[1].split(separator: " ")
      let command = call(row[0], adding: "fan_in=\(shape[0]), fan_out=\(shape[1])")
      guard case .object(let object) = try value(command) else {
        Issue.record("\(command) is no distribution")
        continue
      }
      #expect(object.properties.count == expected.count)
      for (property, expected) in zip(object.properties, expected) {
        let number = property.value.number ?? .nan
        #expect(
          (number - expected).magnitude <= 2 * expected.ulp, "\(command): \(property.name) \(number), \(expected)")
      }
    }
  }

  @Test func `whole matrices are NumPy's`() throws {
    for row in try rows("matrices") {
      let shape = row[1].split(separator: " ").joined(separator: ", ")
      guard case .matrix(let matrix) = try value("sample(\(row[0]), [\(shape)], seed=\(row[2]))") else {
        Issue.record("\(row[0]) draws no matrix")
        continue
      }
      let expected = numbers(row[3])
      #expect(matrix.elements.count == expected.count)
      for (element, expected) in zip(matrix.elements, expected) {
        #expect((element - expected).magnitude <= 1e-14, "\(row[0]) [\(shape)]")
      }
    }
  }

  /// The standard deviation that `describe` states is the one that the draws have.
  @Test(arguments: initializers.names)
  func `stated standard deviations`(_ name: String) throws {
    let initializer = try #require(initializers[name]).makeDefault()
    for (inputs, outputs) in [(250, 100), (1, 1), (3, 5000)] {
      guard let distribution = try? initializer.distribution(fanIn: inputs, fanOut: outputs) else { continue }
      let command = "f(fan_in, fan_out) = \(initializer.profile.standardDeviation); f(\(inputs), \(outputs))"
      let stated = try #require(try value(command).number)
      let deviation = distribution.standardDeviation
      #expect((deviation - stated).magnitude <= 1e-13 * deviation, "\(name): \(deviation), stated \(stated)")
    }
  }

  @Test func `orthogonal columns keep lengths`() throws {
    let error = try value(
      "w = sample(orthogonal(2), [40, 30], seed=1); max(|flatten(transpose(w) @ w) - 4 × flatten(sample(identity, [30, 30]))|)"
    )
    #expect(try #require(error.number) < 1e-14)
  }
}
