import Vocabulary
import Workbench

extension JSON {
  /// A result: `input`, `kind`, `text` and `value`.
  init(_ result: StatementResult) {
    self.init(object: [
      ("input", JSON(string: result.input)), ("kind", JSON(string: result.value.kind)),
      ("text", JSON(string: result.printed.text)), ("value", JSON(result.contents)),
    ])
  }

  /// A failure: `input` and `error` with `message`, `line`, `column` and `hint`.
  init(_ failure: Failure, input: String, line: Int?, column: Int?) {
    let error = JSON(object: [
      ("message", JSON(string: failure.message)), ("line", line.map { JSON(number: $0) } ?? .null),
      ("column", column.map { JSON(number: $0) } ?? .null), ("hint", failure.hint.map { JSON(string: $0) } ?? .null),
    ])
    self.init(object: [("input", JSON(string: input)), ("error", error)])
  }

  /// Completions: `start`, `end` and `candidates`, each with `text` and `summary`.
  init(_ completions: Completions) {
    let candidates = completions.candidates.map {
      JSON(object: [("text", JSON(string: $0.text)), ("summary", JSON(string: $0.summary))])
    }
    self.init(object: [
      ("start", JSON(number: completions.range.lowerBound)), ("end", JSON(number: completions.range.upperBound)),
      ("candidates", JSON(array: candidates)),
    ])
  }

  private init(_ value: Value) {
    switch value {
    case .nothing: self = .null
    case .number(let number): self.init(number: number)
    case .truth(let truth): self.init(truth: truth)
    case .truths(let truths):
      func row(_ truths: [Bool]) -> JSON { JSON(array: truths.map { JSON(truth: $0) }) }
      self = truths.rows.map { rows in JSON(array: (0..<rows).map { row(truths.row($0)) }) } ?? row(truths.elements)
    case .text(let text): self.init(string: text)
    case .vector(let elements): self.init(array: elements.map { JSON(number: $0) })
    case .matrix(let matrix):
      self.init(array: (0..<matrix.rows).map { JSON(array: matrix.row($0).map { JSON(number: $0) }) })
    case .list(let values): self.init(array: values.map { JSON($0) })
    case .function(let function): self.init(string: function.name)
    case .object(let object):
      self.init(object: object.properties.map { ($0.name, JSON($0.value)) })
    }
  }
}
