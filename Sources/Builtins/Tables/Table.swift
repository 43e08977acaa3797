import Vocabulary
import Workbench

extension Builtin {
  static let table = Builtin(
    "table", "Columns of one length under their names; or those of a .csv file.",
    .names("columns", "name=vector, or name=list for texts, once for each column; or the name of a file"),
    documentation: Documentation(
      notes:
        "A column is had by its name: t.rate. save writes a table to a .csv file, and table \"t.csv\" reads it: columns of "
        + "numbers as vectors, others as lists of texts.",
      examples: [
        Example(
          "t = table(name=[\"slow\", \"fast\"], rate=[0.01, 0.1]); t.rate × 10",
          gives: """
              name   rate
              slow   0.01
              fast    0.1
            [0.1, 1]
            """)
      ],
      seeAlso: ["text", "save", "load"],
      aliases: ["DataFrame", "data.frame", ForeignName("Table", in: .matlab)])
  ) { (session: inout Session, columns) throws(Failure) in
    if columns.count == 1, columns[0].label == nil, case .text(let path) = columns[0].value {
      return .object(try TableReader.read(path, for: &session))
    }
    return .object(try NamedColumns(columns: columns))
  }
}

extension NamedColumns {
  /// Throws a failure of kind `argument` at the column that has no name, is none or has another length.
  fileprivate init(columns arguments: [Argument]) throws(Failure) {
    guard !arguments.isEmpty else {
      throw Failure(.argument, "table needs columns", hint: "write table(x=[1, 2], y=[3, 4])")
    }
    var columns: [Property] = []
    for argument in arguments {
      guard let name = argument.label else {
        throw Failure(
          .argument, "a column needs a name", at: argument.span,
          hint: "write table(x=\(argument.value.brief)), or another name")
      }
      guard let count = argument.value.elementCount, count > 0 else {
        throw Failure(
          .argument, "\(name) must be a vector or a list, not \(argument.value.brief)", at: argument.span)
      }
      guard !columns.contains(where: { $0.name == name }) else {
        throw Failure(.argument, "\(name) is given twice", at: argument.span)
      }
      if let first = columns.first, let other = first.value.elementCount, other != count {
        throw Failure(
          .argument, "\(first.name) has \(counted(other, "element")), \(name) has \(count)", at: argument.span,
          hint: "columns of a table are equally long")
      }
      columns.append(Property(name, argument.value))
    }
    self.init(columns)
  }
}
