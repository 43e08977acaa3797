import Language
import Vocabulary

extension Builtin {
  static let save = Builtin(
    "save", "Writes a number, a vector or a matrix to a file.",
    Parameter("value", .numbers, "what is written"),
    Parameter("path", .text, "the file's name, which ends in .npy or .csv"),
    notes: "A .npy file keeps the numbers as they are, for np.load of NumPy and for load; a .csv file holds them as text, a "
      + "row a line, a vector in one column. A file of that name is replaced when the new one is whole.",
    examples: [
      Example("save [[1, 2], [3, 4]] \"/tmp/square.npy\"", gives: "saved a 2×2 matrix to /tmp/square.npy (160 bytes)")
    ], seeAlso: ["load", "transcript"]
  ) { (session: inout Session, value, path) throws(Failure) in
    let path = try FilePath(path)
    let format = try FileFormats.format(of: path)
    let file = try FileWriter(path, interruption: session.interruption)
    try format.write(value, to: file)
    try file.finish()
    let what = if case .number(let number) = value { Display(number) } else { Display(value.noun) }
    return .object(
      Report(
        kind: "saved file", display: "saved \(what) to \(path.written) (\(ByteCount.text(Double(file.size))))"))
  }
}
