import Language
import Networks
import Plotting
import Vocabulary
import Workbench

extension Builtin {
  static let save = Builtin(
    "save", "Writes numbers, a table, a result, a data set, a network or a figure to a file.",
    Parameter("value", .savable, "what is written"),
    Parameter(
      "path", .file([".npy", ".csv", ".safetensors", ".svg", ".png"]),
      "the file's name, which ends in .npy, .csv, .safetensors, .svg or .png"),
    Parameter("as", .layout, "whose names and layouts the weights of a network have", default: .keras),
    documentation: Documentation(
      notes:
        "A .npy file keeps the numbers as they are, for np.load of NumPy and for load; a .csv file holds them as text, a "
        + "row a line, a vector in one column. A result, such as a history, goes to a .csv file with its columns under their "
        + "names, a matrix in several; what is no column is left out with a word, and of a result without any its numbers are "
        + "one row. A data set goes to a .csv file with a first row of names, its features before "
        + "its targets. A network goes to a .safetensors file: the weights of layer 1 as dense_1.kernel, a row for each input, "
        + "and dense_1.bias, in float64; of batch normalization gamma, beta, moving_mean and moving_variance. With as=torch "
        + "they are 0.weight, a row for each unit, and 0.bias, as torch.nn.Sequential names them: the transposed kernel. A figure "
        + "goes to an .svg file, or to a .png file where a program is installed that makes them of it. A "
        + "file of that name is replaced when the new one is whole.",
      examples: [
        Example("save [[1, 2], [3, 4]] \"square.npy\"", gives: "saved a 2×2 matrix to square.npy (160 bytes)"),
        Example("save xor() \"xor.csv\"", gives: "saved a data set to xor.csv (36 bytes)"),
        Example(
          "save histogram([1, 2, 2, 3], bins=2) \"bins.csv\"",
          gives: "saved a histogram to bins.csv (26 bytes), without edges: no columns"),
      ],
      seeAlso: ["load", "export", "transcript"],
      aliases: ["to_csv", "savetxt", "save_file", "save_weights"])
  ) { (session: inout Session, value, path, layout) throws(Failure) in
    let path = try FilePath(path)
    var format = try FileFormats.format(of: path)
    if format is SafetensorsFormat { format = SafetensorsFormat(layout: layout) }
    let file = try FileWriter(path, for: session)
    try format.write(value, to: file, of: session)
    try file.finish(for: &session)
    let what = if case .number(let number) = value { Display(number) } else { Display(value.noun) }
    let without = ResultColumns(value)?.left ?? []
    let rest = without.isEmpty ? "" : ", without " + without.joined(separator: ", ") + ": no columns"
    return .object(
      Report(
        kind: "saved file",
        display: "saved \(what) to \(path.written) (\(ByteCount.text(Double(file.size))))\(rest)"))
  }
}

extension Kind where Output == Value {
  /// What files can keep.
  static let savable = Kind(
    "a vector, a matrix, a number, a table, a result, a data set, a network or a figure",
    .either([.numbers, .object("table"), .object("history"), .object("dataset"), .object("network"), .object("figure")])
  ) {
    (value) throws(Failure) in
    switch value {
    case .object(is Dataset), .object(is Network), .object(is Figure), .object(is any Record): value
    case .object(let object as WatchedHistory): .object(object.history)
    default: try Kind<Value>.numbers.read(value)
    }
  }
}

extension Builtin {
  static let transcript = Builtin(
    "transcript", "Writes what was typed and printed so far to a file, as a lesson.",
    Parameter("path", .file([".md"]), "the file's name, which ends in .md"),
    documentation: Documentation(
      notes:
        "gradus check repeats the lesson and compares. What cannot be repeated makes it fail, such as seed random. At most "
        + "the last \(Log.longest) inputs are kept.",
      examples: [Example("transcript \"session.md\"", gives: "saved [..]")],
      seeAlso: ["save"])
  ) { (session: inout Session, path) throws(Failure) in
    let path = try FilePath(path)
    guard let suffix = path.suffix, suffix.lowercased() == "md" else {
      throw Failure(.file, "a lesson is a Markdown file", hint: "let its name end in .md")
    }
    let lesson = LogLesson(session.log, title: String(path.name.dropLast(3)), lexicon: session.lexicon)
    let file = try FileWriter(path, for: session)
    try file.write(Array(lesson.text.utf8))
    try file.finish(for: &session)
    return .object(
      Report(
        kind: "saved file",
        display:
          "saved \(counted(lesson.count, "input")) to \(path.written) (\(ByteCount.text(Double(file.size))))"))
  }
}
