import Vocabulary
import Workbench

/// Who is in a class, as a course platform or a teacher lists it.
public struct Roster: Sendable {
  /// In the order of the file.
  public let students: [RosterStudent]
  let form: RosterForm
  let table: SeparatedTable
  /// The places of its columns.
  let columns: [(column: RosterColumn, place: Int)]

  /// The roster in a file: a Canvas gradebook, a Moodle worksheet, or any table whose header names the columns.
  ///
  /// - Parameter zone: seconds east of Greenwich for times that do not say; nil where they cannot be used.
  /// - Throws: where it is no such file, or two rows have the same login, id or address.
  public init(_ path: String, zone: Int? = nil) throws(Failure) {
    do {
      try self.init(TextFile.bytes(of: path).get(), zone: zone)
    } catch {
      throw error.located(in: path)
    }
  }

  init(_ bytes: [UInt8], zone: Int? = nil) throws(Failure) {
    table = try SeparatedTable(bytes)
    let header = table.header.cells.map { $0.text.trimmingSpace.lowercased() }
    guard let form = RosterForm.of(header) else {
      let known = RosterForm.plain.columns.keys.filter { ["name", "login", "id", "email"].contains($0) }.sorted()
      throw Failure(
        .document, "the header of this roster names no column by which students are known", line: table.header.line,
        hint: "name its columns in the first line: \(known.joined(separator: ", "))")
    }
    self.form = form
    columns = header.enumerated().compactMap { place, name in form.columns[name].map { ($0, place) } }
    var students: [RosterStudent] = []
    for (index, row) in table.rows.enumerated() where !form.passesOver(row) {
      let student = try RosterStudent(row, index, columns, zone: zone)
      if student.keys.isEmpty, student.names.isEmpty {
        throw Failure(.document, "this row of the roster names nobody", line: row.line)
      }
      students.append(student)
    }
    if students.isEmpty { throw Failure(.document, "nobody is on this roster") }
    var known: [String: RosterStudent] = [:]
    for student in students {
      for key in Set(student.keys.map(\.folded)) {
        if let other = known.updateValue(student, forKey: key), other.row != student.row {
          throw Failure(
            .document, "'\(key.shown())' stands for two students of this roster", line: student.line,
            hint: "line \(other.line) has it, too")
        }
      }
    }
    self.students = students
  }

  /// The first column that holds something; nil where none does.
  func place(of column: RosterColumn) -> Int? { columns.first { $0.column == column }?.place }
}

/// A student of a roster.
public struct RosterStudent: Sendable, Equatable {
  /// As it is shown: the name, else the login, the id or the address.
  public let name: String
  public let firstName: String
  public let lastName: String
  public let login: String
  public let email: String
  /// Numbers and words that stand for this student alone, the first the platform's own.
  public let identifiers: [String]
  public let section: String
  let handedIn: HandInTime?
  /// A deadline of their own.
  let deadline: HandInTime?
  /// Which row of the table it is, counted from 0 behind the header, and its line in the file.
  let row: Int
  let line: Int

  fileprivate init(
    _ row: SeparatedTable.Row, _ index: Int, _ columns: [(column: RosterColumn, place: Int)], zone: Int?
  ) throws(Failure) {
    func texts(_ column: RosterColumn) -> [String] {
      columns.filter { $0.column == column }.map { row.text($0.place) }.filter { !$0.isEmpty }
    }
    func time(_ column: RosterColumn) throws(Failure) -> HandInTime? {
      guard let text = texts(column).first, text != "-" else { return nil }
      do {
        return try HandInTime(text, zone: zone)
      } catch {
        throw Failure(.document, error.message, line: row.line, hint: error.hint)
      }
    }
    let whole = texts(.name).first ?? ""
    let parts = whole.split(separator: ",", maxSplits: 1).map(\.trimmingSpace)
    let isReversed = parts.count == 2
    firstName = texts(.firstName).first ?? (isReversed ? parts[1] : "")
    lastName = texts(.lastName).first ?? (isReversed ? parts[0] : "")
    login = texts(.login).first ?? ""
    email = texts(.email).first ?? ""
    identifiers = texts(.identifier)
    section = texts(.section).first ?? ""
    let called = [whole, [firstName, lastName].filter { !$0.isEmpty }.joined(separator: " ")]
    name = (called + [login, email] + identifiers).first { !$0.isEmpty } ?? ""
    handedIn = try time(.handedIn)
    deadline = try time(.deadline)
    self.row = index
    line = row.line
  }

  /// What stands for this student and no other.
  var keys: [String] { [login, email].filter { !$0.isEmpty } + identifiers }

  /// The ways in which the name may be written.
  var names: Set<String> {
    var names: Set<String> = []
    for (first, last) in [(firstName, lastName), (lastName, firstName)] where !first.isEmpty && !last.isEmpty {
      names.insert("\(first) \(last)".foldedName)
    }
    if name != login, name != email, !identifiers.contains(name), !name.isEmpty { names.insert(name.foldedName) }
    return names
  }

  /// How a teacher tells students of one name apart.
  public var mark: String { keys.first.map { "\(name) (\($0))" } ?? "\(name) (line \(line))" }
}

extension String {
  /// Without a difference between large and small letters.
  var folded: String { lowercased() }

  /// The same of a name, in which commas, underscores and how much white space there is make no difference.
  var foldedName: String {
    split { $0.isWhitespace || $0 == "_" || $0 == "," }.joined(separator: " ").lowercased()
  }
}
