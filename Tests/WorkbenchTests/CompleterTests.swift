import Builtins
import Testing
import TestSupport
import Workbench

@Suite struct CompleterTests {
  private func texts(_ line: String, after commands: String...) -> [String] {
    var session = Session()
    for command in commands { _ = session.run(command) }
    return session.completions(in: line, at: line.utf8.count).candidates.map(\.text)
  }

  @Test func `names`() {
    #expect(texts("norma") == ["normal"])
    #expect(texts("0.1⁵ × sig") == ["sigmoid", "sign"])
    #expect(texts("my", after: "myvalue = 3") == ["myvalue"])
    #expect(texts("xyz") == [])
    #expect(texts("12").isEmpty)
    #expect(texts("norm") == ["norm", "normal"], "the word may be meant, or the beginning of another")
    #expect(texts("xyz").isEmpty)
    #expect(texts("# nor").isEmpty)
    #expect(texts("1 # a comment\nnorma") == ["normal"])
  }

  @Test func `names of brackets and parameters`() {
    #expect(texts("f(weight, bias) = we").first == "weight")
    #expect(texts("(shifted = 3; 2 × sh").first == "shifted")
    #expect(texts("map(point -> po").first == "point")
    #expect(texts("fold((total, next) -> to").first == "total")
    #expect(texts("[inde for index in 1..3 if ind").first == "index")
    #expect(texts("f(x) = (inner = x; (deeper = 2; deeper) + inn").first == "inner")
    #expect(!texts("(inner = 3; inner) + inn").contains("inner"), "the brackets are closed")
    #expect(!texts("f(weight) = weight; we").contains("weight"))
    #expect(!texts("normal(mean=3, me").contains("mean="), "what is given is no name")
    #expect(texts("(y = 3; normal(0, st").first == "stddev=")
  }

  @Test func `keyword arguments, in both forms of a call`() {
    let words = BuiltinTable.standard.lexicon.names.filter { $0.hasPrefix("st") }.sorted()
    #expect(texts("normal(0, st") == ["stddev="] + words, "arguments come before other words")
    #expect(texts("sample N se").first == "seed=")
    #expect(texts("train net data ep").first == "epochs=")
    #expect(!texts("train net data epochs=3 ep").contains("epochs="))
    #expect(!texts("train net data epochs = 3 ep").contains("epochs="))
    #expect(texts("y = sample N se").first == "seed=")
    #expect(texts("x = 3; sample N se").first == "seed=")
    #expect(texts("x = 3\nsample N se").first == "seed=")
    #expect(texts("train net data loss=mse ba").first == "batch_size=")
    #expect(texts("sample normal(0, stddev=1) se").first == "seed=")
    #expect(texts("f(x) = sample N se").first == "seed=")
    #expect(texts("describe \"(\" + normal(st").first == "stddev=")
    #expect(texts("time train net data ep").first == "epochs=")
    #expect(texts("t = time time sample N se").first == "seed=")
    #expect(!texts("x == normal se").contains("seed="))
  }

  @Test func `values of keyword arguments`() {
    #expect(texts("dense(5, activation=ta") == ["tanh"])
    #expect(texts("dense(5, activation = ta") == ["tanh"])
    #expect(texts("train net data loss=m") == ["mse", "mae"])
    #expect(texts("sequential(input(2), initializer=he_") == ["he_uniform", "he_normal"])
    #expect(texts("train net data shuffle=") == ["true", "false"])
    #expect(texts("train net data loss=mse m").contains("mean"), "the value is over")
  }

  @Test func `values in quotation marks`() {
    #expect(texts("dense(5, activation=\"ta") == ["tanh\""], "the only one is closed")
    #expect(texts("dense(5, \"ta") == ["tanh\""])
    #expect(texts("dense(5, 'ta") == ["tanh'"])
    #expect(texts("dense(5, „ta") == ["tanh”"])
    #expect(texts("train net data loss=“m") == ["mse", "mae"])
    let completions = Session().completions(in: "dense(5, \"ta\")", at: 12)
    #expect(completions.range == 10..<12)
  }

  @Test func `help explains names and headings`() {
    #expect(texts("help dist") == ["distributions"])
    #expect(texts("help norma") == ["normal"])
    #expect(texts("help myv", after: "myvalue = 3") == [])
  }

  @Test func `files in quotation marks`() throws {
    let folder = try TemporaryFolder()
    folder.write("data.csv", "1,2\n")
    folder.write("dates/a.npy", String(repeating: "x", count: 2600))
    folder.write(".hidden", "")
    let session = Session()
    func completions(_ typed: String) -> Completions {
      let line = "load \"" + typed
      return session.completions(in: line, at: line.utf8.count)
    }
    #expect(completions(folder.path + "/da").candidates.map(\.text) == ["data.csv", "dates/"])
    #expect(completions(folder.path + "/da").candidates.map(\.summary) == ["4 bytes", "folder"])
    #expect(completions(folder.path + "/dates/").candidates.map(\.summary) == ["3 kB"])
    #expect(completions(folder.path + "/dat").candidates.map(\.text) == ["data.csv", "dates/"])
    #expect(completions(folder.path + "/data").candidates.map(\.text) == ["data.csv\""])
    #expect(completions(folder.path + "/").candidates.count == 2)
    #expect(completions(folder.path + "/.h").candidates.map(\.text) == [".hidden\""])
    #expect(completions(folder.path + "/none/x").candidates.isEmpty)
    #expect(texts("normal(0, stddev=\"\(folder.path)/da").isEmpty, "that is no file")
    let start = "load \"\(folder.path)/".utf8.count
    #expect(completions(folder.path + "/da").range == start..<start + 2)
  }

  @Test(arguments: ["\"", "'", "“", "‘"])
  func `files whose names hold quotation marks can be loaded as they are completed`(_ quote: String) throws {
    let folder = try TemporaryFolder()
    let session = Session()
    for name in ["q\"uote.csv", "back\\slash.csv", "it's.csv", "two words.csv", "a“typographic”.csv", "ünï.csv"] {
      folder.write(name, "1,2\n3,4\n")
      let typed = "load \(quote)\(folder.path)/" + name.prefix(1)
      let completions = session.completions(in: typed, at: typed.utf8.count)
      let candidate = try #require(completions.candidates.first, "\(name)")
      #expect(completions.candidates.count == 1)
      let line = String(decoding: typed.utf8.prefix(completions.range.lowerBound), as: UTF8.self) + candidate.text
      var loading = Session()
      #expect(loading.run(line).failure == nil, "\(line)")
    }
  }

  @Test func `the home folder`() {
    #expect(texts("load \"~") == ["~/"])
  }

  @Test func `letters of any case, and the middle of words`() {
    #expect(texts("HE_") == ["he_normal", "he_uniform"])
    #expect(texts("Glorot_n") == ["glorot_normal"])
    #expect(texts("normal").contains("he_normal"))
    #expect(!texts("norma").contains("he_normal"), "what begins so comes alone")
  }

  @Test func `a word is completed from within`() {
    let session = Session()
    let completions = session.completions(in: "normal(0, 1)", at: 2)
    #expect(completions.range == 0..<6)
    #expect(completions.candidates.map(\.text) == ["normal"])
    #expect(session.completions(in: "noxyz", at: 2).range == 0..<2)
  }

  @Test func `what is given already is not offered`() {
    #expect(texts("normal(0, ") == ["stddev="])
    #expect(!texts("train net data ").contains("network="))
    #expect(!texts("train net data ").contains("data="))
    #expect(texts("train net data ").contains("epochs="))
    #expect(!texts("train(net, data, ep").contains("data="))
    #expect(texts("normal(stddev=2, ") == ["mean="])
  }

  @Test func `a short menu, values that fit first`() {
    let commands = ["x = 3", "net = sequential(input(2), dense(1))", "d = circles(10)", "f(a, b) = a + b"]
    var session = Session()
    for command in commands { _ = session.run(command) }
    func offered(_ line: String) -> [String] {
      session.completions(in: line, at: line.utf8.count).candidates.map(\.text)
    }
    for line in ["", "normal(", "train net d ", "plot ", "y = ", "1 + ", "seed ", "clear "] {
      #expect(offered(line).count < 40, "\(line)")
    }
    #expect(offered("train ").first == "net")
    #expect(offered("train net ").first == "d")
    #expect(offered("clear ") == ["d", "f", "net", "x"])
    #expect(offered("clear n") == ["net"])
    #expect(offered("seed ").first == "random")
    #expect(offered("set notation=") == ["power", "e"])
    #expect(offered("f(").prefix(2) == ["a=", "b="])
    #expect(offered("f(1, ").first == "b=")
  }

  @Test func `the call that is typed is shown`() {
    #expect(Session().completions(in: "normal(", at: 7).hint == "normal(mean=0, stddev=1)")
    #expect(Session().completions(in: "normal(0, st", at: 12).hint == "normal(mean=0, stddev=1)")
    #expect(Session().completions(in: "1 + ", at: 4).hint == nil)
  }

  @Test func `an empty row is indented`() {
    #expect(texts("f(x) =\n") == ["  "])
    #expect(texts("(1 +\n  ") == ["  "])
  }

  @Test func `the range is the word before the cursor`() {
    let session = Session()
    #expect(session.completions(in: "√nor + 1", at: 6).range == 3..<6)
    #expect(session.completions(in: "nor", at: 900).range == 0..<3)
    #expect(session.completions(in: "nor", at: -1).range == 0..<0)
    #expect(session.completions(in: "", at: 0).range == 0..<0)
    #expect(session.completions(in: "x̂", at: 3).range == 0..<3)
  }

  @Test(arguments: [
    ("x\\^5", "⁵"), ("\\^-12", "⁻¹²"), ("\\^n", "ⁿ"), ("w\\_10", "₁₀"), ("0.1\\times", "×"), ("\\sigma", "σ"),
    ("\\sqrt", "√"), ("\\partial", "∂"), ("\\infty", "∞"), ("\\le", "≤"), ("\\ne", "≠"), ("f\\prime", "′"),
    ("\\Omega", "Ω"), ("\\pi", "π"), ("\\ep", "ε"),
  ])
  func `names of characters`(_ typed: String, _ character: String) {
    let completions = Session().completions(in: typed, at: typed.utf8.count)
    #expect(completions.candidates.map(\.text) == [character])
    #expect(completions.range.upperBound == typed.utf8.count)
    #expect(Array(typed.utf8)[completions.range].first == UInt8(ascii: "\\"))
  }

  @Test func `beginnings of names of characters`() {
    #expect(texts("\\ps") == ["ψ"])
    #expect(texts("\\s") == ["σ", "√"])
    #expect(Session().completions(in: "\\s", at: 2).candidates.map(\.summary) == ["\\sigma", "\\sqrt"])
    #expect(texts("\\").count > 60)
    for typed in ["\\^", "\\_", "\\^x", "\\xyz", "\\^5x"] { #expect(texts(typed) == [], "\(typed)") }
  }

  @Test func `the fields of a result behind a dot`() {
    let tests = "t = table(rate=[1, 2], name=[\"a\", \"b\"]); net = sequential(input(1), dense(1), seed=1)"
    #expect(texts("t.", after: tests) == ["rate", "name"])
    #expect(texts("2 × t.ra", after: tests) == ["rate"])
    #expect(texts("mean(t.", after: tests) == ["rate", "name"])
    #expect(texts("net.layers[0].wei", after: tests) == ["weights"])
    #expect(texts("_.", after: tests, "t") == ["rate", "name"])
    #expect(texts("inspect(net, data).st") == ["std_z", "std"].filter { $0.hasPrefix("st") })
    #expect(texts("h = ks_test(v, normal(0, 1)).") == ["distance", "p"])
    #expect(texts("compare([sgd, adam], net, data).accuracy_") == ["accuracy_std"])
    #expect(texts("v.", after: "v = [1, 2]") == [])
    #expect(texts("nothing.me") == [])
    #expect(texts("t . ra", after: tests) != ["rate"])
  }

  @Test func `how characters are typed`() {
    #expect(Symbols.howToType("⁵") == "\\^5 Tab, or ^5")
    #expect(Symbols.howToType("⁻¹²") == "\\^-12 Tab, or ^-12")
    #expect(Symbols.howToType("₁") == "\\_1 Tab")
    #expect(Symbols.howToType("×") == "\\times Tab, or *")
    #expect(Symbols.howToType("σ") == "\\sigma Tab")
    #expect(Symbols.howToType("≤") == "\\le Tab, or <=")
    #expect(Symbols.howToType("x") == nil)
    #expect(Symbols.howToType("") == nil)
  }

  @Test func `every character of the table comes back from its name`() {
    let all = Session().completions(in: "\\", at: 1).candidates
    for candidate in all {
      #expect(texts(candidate.summary) == [candidate.text])
      #expect(Symbols.howToType(candidate.text) != nil)
      #expect(!Symbols.ascii(candidate.text).contains("?"))
    }
  }
}
