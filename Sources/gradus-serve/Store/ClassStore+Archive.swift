import Classroom
import GRDB
import Vocabulary

/// A class as one file of JSON, to be taken elsewhere: its students, lessons, events and what was answered, and no secret.
///
/// Who comes back by a private link needs the marks of secrets; they are hashes, and are in it.
extension ClassStore {
  struct ArchiveFlaw: Error {
    let message: String
    let hint: String?
  }

  private static let format = 1

  /// What is written of each table, beside `format` and the class itself: a query that begins after the class's id, its columns.
  private static let tables: [(name: String, columns: [String], sql: String)] = [
    ("teacher", ["mark"], "SELECT mark FROM teacher WHERE class = ?1"),
    ("opened", ["lesson", "steps"], "SELECT lesson, steps FROM opened WHERE class = ?1"),
    ("student", ["id", "name", "joined"], "SELECT id, name, joined FROM student WHERE class = ?1 ORDER BY id"),
    (
      "secret", ["mark", "student"],
      "SELECT secret.mark, student FROM secret JOIN student ON student.id = student WHERE class = ?1"
    ),
    (
      "lesson_version", ["version", "name", "path", "text"],
      """
      SELECT version, name, path, text FROM lesson_version WHERE version IN
        (SELECT version FROM event JOIN student ON student.id = student WHERE class = ?1)
      """
    ),
    (
      "reply", ["mark", "html", "say"],
      """
      SELECT mark, html, say FROM reply WHERE mark IN
        (SELECT reply FROM event JOIN student ON student.id = student WHERE class = ?1)
      """
    ),
    (
      "event", eventColumns,
      "SELECT \(eventColumns.map { "event." + $0 }.joined(separator: ", ")) FROM event JOIN student ON student.id = student WHERE class = ?1 ORDER BY n"
    ),
  ]

  private static let eventColumns = [
    "student", "lesson", "version", "step", "action", "text", "state", "outcome", "points", "kept", "nonce", "reply",
    "time",
  ]

  /// All of a class; nil where there is none of that name.
  func archive(of name: String) throws -> String? {
    try pool.read { database in
      guard let row = try Row.fetchOne(database, sql: "SELECT * FROM class WHERE name = ?", arguments: [name]) else {
        return nil
      }
      let id: Int = row["id"]
      var members = ["\"format\": \(Self.format)"]
      members.append(
        "\"class\": "
          + JSON(object: ["key", "code", "name", "made", "joining", "phase"].map { ($0, Self.json(row[$0])) }).text)
      for table in Self.tables {
        let rows = try Row.fetchAll(database, sql: table.sql, arguments: [id])
        let lines = rows.map { row in JSON(array: table.columns.map { Self.json(row[$0]) }).text }
        members.append("\(JSON(string: table.name).text): [\n\(lines.joined(separator: ",\n"))\n]")
      }
      return "{\n\(members.joined(separator: ",\n"))\n}\n"
    }
  }

  private static func json(_ value: DatabaseValue) -> JSON {
    switch value.storage {
    case .null: .null
    case .int64(let number): JSON(number: Int(number))
    case .double(let number): JSON(number: number)
    case .string(let text): JSON(string: text)
    case .blob: .null
    }
  }

  /// Takes over a class; its name.
  ///
  /// - Parameter name: nil for that which it had.
  func restore(_ bytes: [UInt8], as name: String?) async throws -> String {
    guard case .object(let members)? = JSONReader.item(in: bytes[...]), case .number(let format)? = members["format"],
      case .object(let found)? = members["class"]
    else { throw ArchiveFlaw(message: "is no class that gradus exported", hint: nil) }
    guard format == String(Self.format) else {
      throw ArchiveFlaw(message: "was written by a newer gradus", hint: "import it with that one")
    }
    guard case .text(let ownName)? = found["name"], case .text(let key)? = found["key"], ClassCode(key) != nil,
      case .text(let code)? = found["code"], ClassCode(code) != nil
    else { throw Self.damaged }
    let called = name ?? ownName
    return try await change { database in
      let isTaken = try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM class WHERE name = ?)", arguments: [called])
      if isTaken == true {
        throw ArchiveFlaw(
          message: "holds a class '\(called)', and there is one of that name", hint: "give it another with --name")
      }
      let isKnown = try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM class WHERE key IN (?1, ?2) OR code IN (?1, ?2))",
        arguments: [key, code])
      if isKnown == true { throw ArchiveFlaw(message: "holds a class that is here already", hint: nil) }
      try database.execute(
        sql: "INSERT INTO class (key, code, name, made, joining, phase) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          key, code, called, Self.value(found["made"]), Self.value(found["joining"]), Self.value(found["phase"]),
        ])
      let id = Int(database.lastInsertedRowID)
      // Students have other numbers here.
      var students: [DatabaseValue: Int] = [:]
      for table in Self.tables {
        guard case .array(let rows)? = members[table.name] else { throw Self.damaged }
        for row in rows {
          guard case .array(let items) = row, items.count == table.columns.count else { throw Self.damaged }
          var values = Dictionary(uniqueKeysWithValues: zip(table.columns, items.map(Self.value)))
          if ["teacher", "opened", "student"].contains(table.name) { values["class"] = id.databaseValue }
          let old = table.name == "student" ? values.removeValue(forKey: "id") : nil
          if let student = values["student"] {
            guard let number = students[student] else { throw Self.damaged }
            values["student"] = number.databaseValue
          }
          let columns = values.keys.sorted()
          let isShared = ["reply", "lesson_version"].contains(table.name)
          try database.execute(
            sql: "INSERT \(isShared ? "OR IGNORE " : "")INTO \(table.name) (\(columns.joined(separator: ", "))) "
              + "VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))",
            arguments: StatementArguments(columns.compactMap { values[$0] }))
          if let old { students[old] = Int(database.lastInsertedRowID) }
        }
      }
      return called
    }
  }

  private static let damaged = ArchiveFlaw(message: "is damaged", hint: "export the class again")

  private static func value(_ item: JSONReader.Item?) -> DatabaseValue {
    switch item {
    case .text(let text): text.databaseValue
    case .number(let number): Int64(number)?.databaseValue ?? Double(number)?.databaseValue ?? .null
    case .truth(let truth): truth.databaseValue
    case .null, .array, .object, nil: .null
    }
  }
}
