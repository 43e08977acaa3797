import Language
import Vocabulary

extension Session {
  /// The candidates for the word at a UTF-8 offset.
  ///
  /// After a backslash these are the characters of that name; in quotation marks the words that fit the argument, or
  /// files; after `help` all that it explains; else the values and keyword arguments that fit the call, before the
  /// learner's names and, once a letter is typed, the built-ins. A candidate takes the place of the range, which may be
  /// more than the end of what is typed: `⁵` replaces `\^5`, and a word is completed from within.
  public func completions(in line: String, at offset: Int) -> Completions {
    let end = min(max(0, offset), line.utf8.count)
    let before = String(decoding: line.utf8.prefix(end), as: UTF8.self)
    let tokens = Lexer.tokens(of: before)
    let last = tokens.last { $0.kind != .end }
    if let last, case .openText(let typed) = last.kind {
      let context = CallContext(before: Array(tokens.dropLast(2)), lexicon: lexicon)
      let text = OpenText(typed: typed, token: last, source: line, end: end)
      let found = completions(in: text, context: context.call)
      if !found.candidates.isEmpty { return found }
      return Symbols.completions(endOf: before) ?? found
    }
    if let symbols = Symbols.completions(endOf: before) { return symbols }
    if let fields = fieldCompletions(tokens, before, end) { return fields }
    switch last?.kind {
    case .comment, .number, .symbol(.dot): return Completions(range: end..<end, candidates: [])
    case .name(let word):
      let start = last?.span.lowerBound ?? end
      let context = CallContext(before: Array(tokens.prefix { $0.span.lowerBound < start }), lexicon: lexicon)
      return completions(of: word, wholeWord(from: start, in: line), cursor: end, context)
    default:
      if before.contains("\n"), before.lines.last?.allSatisfy(\.isWhitespace) ?? false {
        return Completions(range: end..<end, candidates: [Candidate(text: "  ", summary: "indented")])
      }
      let context = CallContext(before: tokens, lexicon: lexicon)
      let candidates = last?.endsOperand ?? false ? [] : localNames(context) + openCandidates(in: context.call)
      return Completions(range: end..<end, candidates: candidates, hint: usage(of: context.call))
    }
  }

  /// The word that begins at an offset of the whole line.
  private func wholeWord(from start: Int, in line: String) -> (word: String, range: Range<Int>) {
    let token = Lexer.tokens(of: String(decoding: line.utf8.dropFirst(start), as: UTF8.self)).first
    return (token?.spelling ?? "", start..<start + (token?.span.upperBound ?? 0))
  }

  private func completions(
    of word: String, _ whole: (word: String, range: Range<Int>), cursor: Int, _ context: CallContext
  ) -> Completions {
    let candidates = localNames(context) + candidates(in: context.call)
    // From within a word that is known, Tab goes to its end.
    if whole.word != word, let known = candidates.first(where: { $0.text == whole.word }) {
      return Completions(range: whole.range, candidates: [known])
    }
    return Completions(
      range: whole.range.lowerBound..<cursor, candidates: candidates.matching(word), hint: usage(of: context.call))
  }

  /// The fields of what stands before a dot; nil where there is no dot.
  private func fieldCompletions(_ tokens: [Token], _ before: String, _ end: Int) -> Completions? {
    var tokens = tokens.filter { $0.kind != .end }
    var (typed, start) = ("", end)
    if let last = tokens.last, case .name = last.kind, !last.hasSpaceBefore {
      (typed, start) = (last.spelling, last.span.lowerBound)
      tokens.removeLast()
    }
    guard let owner = FieldOwner(before: tokens, of: before, in: self) else { return nil }
    let candidates = owner.fields.map { Candidate(text: $0.name, summary: $0.text) }
    return Completions(range: start..<end, candidates: typed.isEmpty ? candidates : candidates.matching(typed))
  }

  // MARK: Code

  private func localNames(_ context: CallContext) -> [Candidate] {
    context.localNames.map { Candidate(text: $0, summary: "a name of this line") }
  }

  /// What fits before anything of it is typed.
  private func openCandidates(in call: CallContext.Call) -> [Candidate] {
    guard let name = call.name else { return ownNames }
    guard let signature = lexicon[name] else { return ownArguments(of: name, call) + (ownNames) }
    if signature.name == "help" { return topics }
    let parameter = call.parameter(of: signature)
    if call.label != nil { return values(of: parameter).isEmpty ? fitting(parameter) : values(of: parameter) }
    if parameter?.completesNames == true { return ownNames }
    return values(of: parameter) + fitting(parameter) + arguments(of: signature, call)
  }

  /// All that may stand where a word has been begun.
  private func candidates(in call: CallContext.Call) -> [Candidate] {
    guard let name = call.name else { return ownNames + builtinNames }
    guard let signature = lexicon[name] else { return ownArguments(of: name, call) + ownNames + builtinNames }
    if signature.name == "help" { return builtinNames + topics }
    let parameter = call.parameter(of: signature)
    let values = values(of: parameter)
    if call.label != nil { return values.isEmpty ? ownNames + builtinNames : values }
    if parameter?.completesNames == true { return ownNames }
    let arguments = arguments(of: signature, call)
    let known = Set(values.map(\.text))
    return values + arguments + ownNames + builtinNames.filter { !known.contains($0.text) }
  }

  private func arguments(of signature: Signature, _ call: CallContext.Call) -> [Candidate] {
    guard call.label == nil else { return [] }
    return call.open(in: signature).map { Candidate(text: $0.name + "=", summary: $0.meaning) }
  }

  private func ownArguments(of name: String, _ call: CallContext.Call) -> [Candidate] {
    guard call.label == nil, case .function(let function as UserFunction) = context.variables[name] else { return [] }
    return function.parameters.dropFirst(call.position).filter { !call.used.contains($0) }.map {
      Candidate(text: $0 + "=", summary: "an argument of \(name)")
    }
  }

  private func values(of parameter: ParameterDescription?) -> [Candidate] {
    (parameter?.completion.words ?? []).map { Candidate(text: $0, summary: lexicon[$0]?.summary ?? "") }
  }

  /// The learner's names, those first that may stand for a parameter.
  private func fitting(_ parameter: ParameterDescription?) -> [Candidate] {
    guard let parameter else { return ownNames }
    let names = context.variables.keys.sorted()
    let fitting = names.filter { name in context.variables[name].map(parameter.domain.admits) ?? false }
    return (fitting + names.filter { !fitting.contains($0) }).map(ownName)
  }

  private var ownNames: [Candidate] { context.variables.keys.sorted().map(ownName) }

  private func ownName(_ name: String) -> Candidate {
    Candidate(text: name, summary: context.variables[name]?.noun ?? "")
  }

  private var builtinNames: [Candidate] {
    lexicon.signatures.map { Candidate(text: $0.name, summary: $0.summary) }.sorted { $0.text < $1.text }
  }

  private var topics: [Candidate] {
    let reference = Reference(builtins)
    let headings = reference.topics.filter { lexicon[$0] == nil }.map {
      Candidate(text: $0, summary: "a heading of the reference")
    }
    let words = Notation.entries.flatMap { entry in
      entry.signs.filter { $0.first?.isASCII == true && $0.first?.isLetter == true && $0 != "x" }
        .map { Candidate(text: $0, summary: entry.summary) }
    }
    return headings + reference.pages.map { Candidate(text: $0.name, summary: $0.summary) } + words
  }

  /// How the call is written that is being typed.
  private func usage(of call: CallContext.Call) -> String? {
    guard let name = call.name else { return nil }
    if let signature = lexicon[name] { return signature.parameters.isEmpty ? nil : signature.usage }
    guard case .function(let function as UserFunction) = context.variables[name] else { return nil }
    return "\(name)(\(function.syntax.list))"
  }

  // MARK: Texts

  /// A text that is being typed.
  private struct OpenText {
    /// What it says so far.
    let typed: String
    let token: Token
    let source: String
    let end: Int

    /// As it is written, behind its quotation mark.
    var written: Substring {
      let bytes = source.utf8.prefix(end).dropFirst(token.span.lowerBound)
      return Substring(bytes).dropFirst()
    }

    /// The mark that closes it.
    var quote: String {
      switch Substring(source.utf8.dropFirst(token.span.lowerBound)).first ?? "\"" {
      case "“", "„": "”"
      case "‘", "‚": "’"
      case let same: String(same)
      }
    }

    /// The same, empty where it stands behind the cursor already.
    var closing: String {
      Substring(source.utf8.dropFirst(end)).hasPrefix(quote) ? "" : quote
    }
  }

  /// Candidates within quotation marks: words that the argument may be, else files.
  private func completions(in text: OpenText, context: CallContext.Call) -> Completions {
    let parameter = context.name.flatMap { lexicon[$0] }.flatMap(context.parameter)
    let values = values(of: parameter)
    if !values.isEmpty {
      return closed(values.matching(text.typed), from: text.end - text.written.utf8.count, text)
    }
    if let parameter, parameter.domain != .file, context.label != nil || parameter.domain != .any {
      return Completions(range: text.end..<text.end, candidates: [])
    }
    let files = FileNames(matching: text.typed, written: text.written, quote: text.quote)
    return closed(files.candidates, from: text.end - files.written.utf8.count, text)
  }

  /// The only candidate comes with the closing mark, unless it is a folder.
  private func closed(_ candidates: [Candidate], from start: Int, _ text: OpenText) -> Completions {
    guard candidates.count == 1, let only = candidates.first, !only.text.hasSuffix("/") else {
      return Completions(range: start..<text.end, candidates: candidates)
    }
    let closed = Candidate(text: only.text + text.closing, summary: only.summary)
    return Completions(range: start..<text.end, candidates: [closed])
  }
}

extension ParameterDescription {
  /// Whether it takes one of the learner's names as it is written.
  fileprivate var completesNames: Bool { completion == .names }
}

/// What could stand at a place in a line.
public struct Completions: Sendable, Equatable {
  /// The part of the line that a candidate replaces: UTF-8 offsets.
  public let range: Range<Int>
  public let candidates: [Candidate]
  /// A line about the place: how the call is written that is being typed.
  public let hint: String?

  public init(range: Range<Int>, candidates: [Candidate], hint: String? = nil) {
    self.range = range
    self.candidates = candidates
    self.hint = hint
  }
}

/// A word that completes what is typed, with a line about it.
public struct Candidate: Sendable, Equatable {
  public let text: String
  public let summary: String

  public init(text: String, summary: String) {
    self.text = text
    self.summary = summary
  }
}

extension [Candidate] {
  /// Those that a word begins; else those that it begins in any case of letters; else those that hold it somewhere.
  ///
  /// A word that is complete is no candidate for itself.
  func matching(_ word: String) -> [Candidate] {
    let folded = word.lowercased()
    let rules: [(String) -> Bool] = [
      { $0.hasPrefix(word) }, { $0.lowercased().hasPrefix(folded) },
      { folded.count > 1 && $0.lowercased().contains(folded) },
    ]
    for fits in rules {
      let matches = filter { fits($0.text) }
      if matches.contains(where: { $0.text != word }) { return matches }
    }
    return []
  }
}
