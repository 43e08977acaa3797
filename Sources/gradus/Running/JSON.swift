import Vocabulary
import Workbench

/// A piece of JSON text.
struct JSON {
  let text: String

  private init(_ text: String) { self.text = text }

  /// A result: `input`, `kind`, `text` and `value`.
  init(_ result: Workbench.Result) {
    self.init(object: [
      ("input", JSON(string: result.input)), ("kind", JSON(string: result.value.kind)),
      ("text", JSON(string: result.printed.text)), ("value", JSON(result.value)),
    ])
  }

  /// A failure: `input` and `error` with `message`, `line`, `column` and `hint`.
  init(_ failure: Failure, input: String, line: Int?, column: Int?) {
    let error = JSON(object: [
      ("message", JSON(string: failure.message)), ("line", line.map { JSON(String($0)) } ?? .null),
      ("column", column.map { JSON(String($0)) } ?? .null), ("hint", failure.hint.map { JSON(string: $0) } ?? .null),
    ])
    self.init(object: [("input", JSON(string: input)), ("error", error)])
  }

  /// Completions: `start`, `end` and `candidates`, each with `text` and `summary`.
  init(_ completions: Completions) {
    let candidates = completions.candidates.map {
      JSON(object: [("text", JSON(string: $0.text)), ("summary", JSON(string: $0.summary))])
    }
    self.init(object: [
      ("start", JSON(String(completions.range.lowerBound))), ("end", JSON(String(completions.range.upperBound))),
      ("candidates", JSON(array: candidates)),
    ])
  }

  private static let null = JSON("null")

  private init(_ value: Value) {
    switch value {
    case .nothing: self = .null
    case .number(let number): self.init(number: number)
    case .truth(let truth): self.init(truth ? "true" : "false")
    case .text(let text): self.init(string: text)
    case .vector(let elements): self.init(array: elements.map(JSON.init(number:)))
    case .matrix(let matrix):
      self.init(array: (0..<matrix.rows).map { JSON(array: matrix.row($0).map(JSON.init(number:))) })
    case .list(let values): self.init(array: values.map { JSON($0) })
    case .function(let function): self.init(string: function.name)
    case .object(let object):
      self.init(object: object.properties.map { ($0.name, JSON($0.value)) })
    }
  }

  /// The shortest form that reads back as the same double.
  private init(number: Double) {
    if number.isNaN {
      self.init("\"nan\"")
    } else if number.isInfinite {
      self.init(number < 0 ? "\"-inf\"" : "\"inf\"")
    } else {
      self.init("\(number)")
    }
  }

  private init(array: [JSON]) { self.init("[\(array.map(\.text).joined(separator: ", "))]") }

  private init(object: [(String, JSON)]) {
    self.init("{\(object.map { "\(JSON(string: $0).text): \($1.text)" }.joined(separator: ", "))}")
  }

  private init(string: String) {
    var result = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    self.init(result + "\"")
  }
}
