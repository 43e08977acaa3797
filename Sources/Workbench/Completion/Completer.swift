import Language
import Vocabulary

/// What could stand at a place in a line.
public struct Completions: Sendable, Equatable {
  /// The part of the line that a candidate replaces: UTF-8 offsets.
  public let range: Range<Int>
  public let candidates: [Candidate]

  public init(range: Range<Int>, candidates: [Candidate]) {
    self.range = range
    self.candidates = candidates
  }
}

/// A word that completes what is typed, with a line about it.
public struct Candidate: Sendable, Equatable {
  public let text: String
  public let summary: String
}

extension Session {
  /// The candidates for the word that ends at a UTF-8 offset: the keyword arguments and values that fit the call it
  /// stands in first, then built-ins and the learner's names.
  public func completions(in line: String, at offset: Int) -> Completions {
    let before = String(decoding: line.utf8.prefix(max(0, offset)), as: UTF8.self)
    if let symbols = Symbols.completions(endOf: before) { return symbols }
    let word = String(String.UnicodeScalarView(before.unicodeScalars.reversed().prefix(while: Self.isNamePart).reversed()))
    let end = before.utf8.count
    let start = end - word.utf8.count
    if let first = word.unicodeScalars.first, ("0"..."9").contains(first) {
      return Completions(range: start..<end, candidates: [])
    }
    let context = CallContext(before: String(before.utf8.prefix(start)) ?? "", lexicon: lexicon)
    var candidates = arguments(in: context)
    if context?.label == nil || candidates.isEmpty { candidates += names }
    return Completions(range: start..<end, candidates: candidates.filter { $0.text.hasPrefix(word) && $0.text != word })
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || ("0"..."9").contains(scalar) || ("₀"..."₉").contains(scalar)
      || (scalar.properties.isAlphabetic && Superscript.baseline(scalar) == nil)
  }

  private func arguments(in context: CallContext?) -> [Candidate] {
    guard let context else { return [] }
    if let label = context.label {
      let parameter = context.signature.parameters.first { $0.name == label }
      return (parameter?.candidates ?? []).map { Candidate(text: $0, summary: lexicon[$0]?.summary ?? "") }
    }
    return context.signature.parameters.filter { !context.used.contains($0.name) }.map {
      Candidate(text: $0.name + "=", summary: $0.meaning)
    }
  }

  private var names: [Candidate] {
    let own = machine.variables.keys.sorted().map { name in
      Candidate(text: name, summary: machine.variables[name]?.noun ?? "")
    }
    return own + lexicon.signatures.map { Candidate(text: $0.name, summary: $0.summary) }
      .sorted { $0.text < $1.text }
  }
}

/// The call that a place in a line belongs to.
private struct CallContext {
  let signature: Signature
  /// The keyword argument whose value is being typed.
  let label: String?
  /// The keyword arguments that are there already.
  let used: [String]

  init?(before text: String, lexicon: Lexicon) {
    var calls: [(name: String?, used: [String], isCommand: Bool)] = [(nil, [], true)]
    var word = ""
    var label: String?
    var isStart = true
    for character in text {
      if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
        continue
      }
      switch character {
      case "(":
        calls.append((word.isEmpty && calls.count == 1 ? calls[0].name : word, [], false))
        label = nil
      case ")":
        if calls.count > 1 { calls.removeLast() }
        label = nil
      case "=":
        if !word.isEmpty {
          label = word
          calls[calls.count - 1].used.append(word)
        }
        if calls.count == 1, calls[0].name == nil { isStart = true }
      case ";":
        calls = [(nil, [], true)]
        isStart = true
        label = nil
      case " ":
        if isStart, !word.isEmpty, calls.count == 1 {
          if lexicon[word] != nil { calls[0].name = word }
          isStart = false
        }
        if !word.isEmpty { label = nil }
      default:
        label = nil
      }
      if character != " " || !word.isEmpty { word = "" }
    }
    guard let name = calls.last?.name, let signature = lexicon[name] else { return nil }
    self.signature = signature
    self.label = label
    used = calls.last?.used ?? []
  }
}
