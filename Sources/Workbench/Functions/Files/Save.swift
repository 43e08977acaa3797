import Language
import Networks
import Vocabulary

extension Builtin {
  static let save = Builtin(
    "save", "Writes numbers, a data set or a network to a file.",
    Parameter("value", .savable, "what is written"),
    Parameter("path", .text, "the file's name, which ends in .npy, .csv or .safetensors"),
    notes: "A .npy file keeps the numbers as they are, for np.load of NumPy and for load; a .csv file holds them as text, a "
      + "row a line, a vector in one column. A data set goes to a .csv file with a first row of names, its features before "
      + "its targets. A file of that name is replaced when the new one is whole.",
    examples: [
      Example("save [[1, 2], [3, 4]] \"/tmp/square.npy\"", gives: "saved a 2×2 matrix to /tmp/square.npy (160 bytes)"),
      Example("save xor() \"/tmp/xor.csv\"", gives: "saved a data set to /tmp/xor.csv (36 bytes)"),
    ], seeAlso: ["load", "transcript"], elsewhere: ["to_csv", "savetxt"]
  ) { (session: inout Session, value, path) throws(Failure) in
    let path = try FilePath(path)
    let format = try FileFormats.format(of: path)
    let file = try FileWriter(path, interruption: session.interruption)
    try format.write(value, to: file, of: session)
    try file.finish()
    let what = if case .number(let number) = value { Display(number) } else { Display(value.noun) }
    return .object(
      Report(
        kind: "saved file", display: "saved \(what) to \(path.written) (\(ByteCount.text(Double(file.size))))"))
  }
}

extension Kind where Output == Value {
  /// What files can keep.
  static let savable = Kind("a vector, a matrix, a number, a data set or a network") { (value) throws(Failure) in
    switch value {
    case .object(is Dataset), .object(is Network): value
    default: try Kind<Value>.numbers.read(value)
    }
  }
}
