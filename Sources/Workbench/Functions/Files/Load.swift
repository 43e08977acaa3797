import Vocabulary

extension Builtin {
  static let load = Builtin(
    "load", "Reads a vector or a matrix from a file.",
    Parameter("path", .text, "the file's name, which ends in .npy or .csv"),
    notes: "Of .npy files it reads real numbers, whole numbers and truth values of at most two dimensions. Of .csv files it "
      + "reads commas, semicolons or tabs between cells and passes over a first row of names; an empty cell is nan, "
      + "and one column is a vector. Whole numbers beyond 2⁵³ are rounded.",
    examples: [
      Example(
        "save [0.5, 1, 2] \"/tmp/steps.csv\"; load \"/tmp/steps.csv\"",
        gives: """
          saved a vector of 3 numbers to /tmp/steps.csv (8 bytes)
          [0.5, 1, 2]
          """)
    ], seeAlso: ["save"]
  ) { (session: inout Session, path) throws(Failure) in
    let path = try FilePath(path)
    let format = try FileFormats.format(of: path)
    return try format.read(
      FileReader(path, limits: session.machine.limits, interruption: session.interruption))
  }
}
