import Vocabulary

/// Finds out what a place in an unfinished line belongs to.
///
/// The parser cannot be asked: the line is not one yet. This knows brackets, texts, comments, and both forms of a call.
struct CallScanner {
  /// What the end of the text stands in.
  enum Place: Equatable {
    case code, comment
    /// In quotation marks, after so much.
    case text(String)
  }

  /// A call, in its brackets or as a command.
  struct Call {
    var name: String?
    let isCommand: Bool
    /// The keyword argument whose value is being typed.
    var label: String?
    /// The keyword arguments that are there already.
    var used: [String] = []
    /// Commas passed.
    var position = 0
    /// Whether the value after `label=` has begun.
    fileprivate var hasValue = false

    /// The parameter that is being typed, where that can be said.
    func parameter(of signature: Signature) -> ParameterDescription? {
      if let label { return signature.parameters.first { $0.name == label } }
      return isCommand ? nil : signature.parameters.dropFirst(position).first
    }
  }

  private(set) var place = Place.code
  /// The innermost call; without a name where there is none.
  var call: Call? { calls.last }

  private var calls = [Call(name: nil, isCommand: true)]
  private var word = ""
  /// The word before white space, which an `=` may follow.
  private var lastWord = ""
  private var isStart = true

  private let lexicon: Lexicon

  init(_ text: String, lexicon: Lexicon) {
    self.lexicon = lexicon
    var rest = text[...]
    while let character = rest.popFirst() {
      switch place {
      case .comment: if character.isNewline { place = .code } else { continue }
      case .text(let typed):
        if character == "\\" {
          place = .text(typed + String(character) + (rest.popFirst().map(String.init) ?? ""))
        } else {
          place = Self.closers.contains(character) ? .code : .text(typed + String(character))
        }
        continue
      case .code: break
      }
      scan(character, next: rest.first)
    }
  }

  private static let openers: Set<Character> = ["\"", "“", "„", "＂"]
  private static let closers: Set<Character> = ["\"", "“", "”", "＂"]

  private mutating func scan(_ character: Character, next: Character?) {
    if character.isLetter || character.isNumber || character == "_" {
      if word.isEmpty { beginValue() }
      word.append(character)
      return
    }
    switch character {
    case "#": place = .comment
    case _ where Self.openers.contains(character) && !(character == "\"" && !word.isEmpty):
      beginValue()
      place = .text("")
    case "(", "[":
      calls.append(Call(name: character == "(" && !word.isEmpty ? word : nil, isCommand: false))
      lastWord = ""
    case ")", "]":
      if calls.count > 1 { calls.removeLast() }
      lastWord = ""
    case "=" where next != "=" && !isComparison: assign()
    case ",":
      calls[calls.count - 1].label = nil
      calls[calls.count - 1].position += 1
      lastWord = ""
    case ";": endStatement()
    case _ where character.isNewline:
      space()
      if calls.count == 1 { endStatement() }
    case _ where character.isWhitespace: space()
    default:
      lastWord = ""
      isStart = false
      beginValue()
    }
    isComparison = ["=", "<", ">", "!"].contains(character)
    word = ""
  }

  /// Whether the character before makes `=` a comparison.
  private var isComparison = false

  private mutating func beginValue() {
    if !lastWord.isEmpty { lastWord = "" }
    if calls[calls.count - 1].label != nil { calls[calls.count - 1].hasValue = true }
  }

  private mutating func assign() {
    let name = word.isEmpty ? lastWord : word
    lastWord = ""
    if calls.count == 1, calls[0].name == nil {
      isStart = true
    } else if !name.isEmpty {
      calls[calls.count - 1].label = name
      calls[calls.count - 1].hasValue = false
      calls[calls.count - 1].used.append(name)
    }
  }

  private mutating func space() {
    guard !word.isEmpty || calls.count == 1 else { return }
    if !word.isEmpty {
      let signature = lexicon[word]
      if calls.count == 1, isStart { calls[0].name = signature == nil ? nil : word }
      isStart = isStart && signature?.parameters.first?.passing == .command
      lastWord = word
    }
    if calls.count == 1, calls[0].hasValue { (calls[0].label, calls[0].hasValue) = (nil, false) }
  }

  private mutating func endStatement() {
    calls = [Call(name: nil, isCommand: true)]
    lastWord = ""
    isStart = true
  }
}
