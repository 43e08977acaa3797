import Language
import Vocabulary

extension Session {
  /// The candidates for what ends at a UTF-8 offset.
  ///
  /// After a backslash these are the characters of that name; in quotation marks the values that fit the argument, or
  /// files; after `help` all that it explains; else the keyword arguments and values that fit the call, before the
  /// learner's names and the built-ins. A candidate takes the place of the range, which may be more than the end of it:
  /// `⁵` replaces `\^5`.
  public func completions(in line: String, at offset: Int) -> Completions {
    let before = String(decoding: line.utf8.prefix(max(0, offset)), as: UTF8.self)
    if let symbols = Symbols.completions(endOf: before) { return symbols }
    let word = String(
      String.UnicodeScalarView(before.unicodeScalars.reversed().prefix(while: Self.isNamePart).reversed()))
    let end = before.utf8.count
    let start = end - word.utf8.count
    let scanner = CallScanner(before, lexicon: lexicon)
    switch scanner.place {
    case .comment: return Completions(range: end..<end, candidates: [])
    case .text(let typed): return completions(inText: typed, end: end, call: scanner.call)
    case .code: break
    }
    if let first = word.unicodeScalars.first, ("0"..."9").contains(first) {
      return Completions(range: start..<end, candidates: [])
    }
    let candidates = candidates(in: CallScanner(String(before.utf8.prefix(start)) ?? "", lexicon: lexicon).call)
    return Completions(range: start..<end, candidates: Self.matches(of: word, among: candidates))
  }

  /// Those that begin as the word does; none where the word itself is the only one.
  private static func matches(of word: String, among candidates: [Candidate]) -> [Candidate] {
    let matches = candidates.filter { $0.text.hasPrefix(word) }
    return matches.contains { $0.text != word } ? matches : []
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || ("0"..."9").contains(scalar) || ("₀"..."₉").contains(scalar)
      || scalar.properties.generalCategory == .nonspacingMark
      || (scalar.properties.isAlphabetic && Superscript.baseline(scalar) == nil)
  }

  // MARK: Code

  private func candidates(in call: CallScanner.Call?) -> [Candidate] {
    guard let call, let signature = call.name.flatMap({ lexicon[$0] }) else { return names }
    if signature.name == "help" { return builtinNames + topics }
    if let label = call.label {
      let values = values(of: signature.parameters.first { $0.name == label })
      return values.isEmpty ? names : values
    }
    let arguments = signature.parameters.filter { !call.used.contains($0.name) }.map {
      Candidate(text: $0.name + "=", summary: $0.meaning)
    }
    return arguments + names
  }

  private func values(of parameter: ParameterDescription?) -> [Candidate] {
    (parameter?.completion.words ?? []).map { Candidate(text: $0, summary: lexicon[$0]?.summary ?? "") }
  }

  private var names: [Candidate] {
    context.variables.keys.sorted().map { name in
      Candidate(text: name, summary: context.variables[name]?.noun ?? "")
    } + builtinNames
  }

  private var builtinNames: [Candidate] {
    lexicon.signatures.map { Candidate(text: $0.name, summary: $0.summary) }.sorted { $0.text < $1.text }
  }

  private var topics: [Candidate] {
    Reference(lexicon).topics.filter { lexicon[$0] == nil }.map {
      Candidate(text: $0, summary: "a heading of the reference")
    }
  }

  // MARK: Texts

  /// Candidates within quotation marks: words that the argument may be, else files.
  private func completions(inText typed: String, end: Int, call: CallScanner.Call?) -> Completions {
    let parameter = call.flatMap { call in call.name.flatMap { lexicon[$0] }.flatMap(call.parameter) }
    let values = values(of: parameter)
    if !values.isEmpty {
      return Completions(range: end - typed.utf8.count..<end, candidates: Self.matches(of: typed, among: values))
    }
    if call?.label != nil, let parameter, parameter.domain != .file {
      return Completions(range: end..<end, candidates: [])
    }
    let files = FileNames(matching: typed)
    return Completions(range: end - files.name.utf8.count..<end, candidates: files.candidates)
  }
}
