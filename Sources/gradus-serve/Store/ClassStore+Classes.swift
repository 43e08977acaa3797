import Classroom
import GRDB
import Lessons

/// A class as it is kept.
struct StoredClass: Sendable {
  let id: Int
  /// Its first code, which never changes.
  let key: ClassCode
  var code: ClassCode
  let name: String
  var isJoining: Bool
  var phase: PageFrame.Phase
  /// Up to how many steps lessons are open; those that are missing, to their ends.
  var opened: [String: Int]
  /// Students by the marks of their secrets.
  var secrets: [String: Int] = [:]
  /// The marks of the teacher's secrets.
  var teachers: Set<String> = []
  var state = ClassState()
}

extension ClassStore {
  /// The names of all classes with the numbers of their students and events, and when they were made.
  func list() throws -> [(name: String, key: ClassCode, code: ClassCode, students: Int, events: Int, made: Int)] {
    try pool.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT name, key, code, made,
            (SELECT count(*) FROM student WHERE class = class.id) AS students,
            (SELECT count(*) FROM event JOIN student ON student.id = event.student WHERE class = class.id) AS events
          FROM class ORDER BY made, id
          """
      ).compactMap { row in
        guard let key = ClassCode(row["key"] as String), let code = ClassCode(row["code"] as String) else { return nil }
        return (row["name"], key, code, row["students"], row["events"], row["made"])
      }
    }
  }

  /// The class of a name, made where there is none.
  func openClass(_ name: String, now: Int) async throws -> StoredClass {
    let id = try await change { database in
      if let id = try Int.fetchOne(database, sql: "SELECT id FROM class WHERE name = ?", arguments: [name]) {
        return id
      }
      // One that no class has, or had first: addresses must not lead to another class.
      var code = ClassCode()
      while try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM class WHERE key = ?1 OR code = ?1)", arguments: [code.text])
        == true
      {
        code = ClassCode()
      }
      try database.execute(
        sql: "INSERT INTO class (key, code, name, made) VALUES (?1, ?1, ?2, ?3)", arguments: [code.text, name, now])
      return Int(database.lastInsertedRowID)
    }
    return try await pool.read { database in try Self.readClass(id, in: database) }
  }

  private static func readClass(_ id: Int, in database: Database) throws -> StoredClass {
    guard let row = try Row.fetchOne(database, sql: "SELECT * FROM class WHERE id = ?", arguments: [id]),
      let key = ClassCode(row["key"] as String), let code = ClassCode(row["code"] as String)
    else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
    var opened: [String: Int] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT lesson, steps FROM opened WHERE class = ?", arguments: [id]) {
      opened[row["lesson"]] = row["steps"]
    }
    var found = StoredClass(
      id: id, key: key, code: code, name: row["name"], isJoining: row["joining"],
      phase: PageFrame.Phase(rawValue: row["phase"]) ?? .open, opened: opened)
    let students = try Row.fetchCursor(
      database, sql: "SELECT id, name, joined FROM student WHERE class = ?", arguments: [id])
    while let row = try students.next() {
      guard let name = try? StudentName(row["name"]) else { continue }
      found.state.add(ClassState.Student(id: row["id"], name: name, joined: row["joined"]))
    }
    let secrets = try Row.fetchCursor(
      database, sql: "SELECT mark, student FROM secret JOIN student ON student.id = student WHERE class = ?",
      arguments: [id])
    while let row = try secrets.next() { found.secrets[row["mark"]] = row["student"] }
    found.teachers = try Set(
      String.fetchAll(database, sql: "SELECT mark FROM teacher WHERE class = ?", arguments: [id]))
    let events = try Row.fetchCursor(
      database,
      sql: """
        SELECT event.*, say FROM event JOIN student ON student.id = event.student
        LEFT JOIN reply ON reply.mark = event.reply WHERE class = ? ORDER BY n
        """, arguments: [id])
    while let row = try events.next() { if let event = ClassEvent(row) { found.state.take(event) } }
    return found
  }

  // MARK: What teachers change

  /// Lets another private link lead to the board.
  func addTeacher(_ mark: String, to id: Int) async throws {
    try await change { database in
      try database.execute(sql: "INSERT INTO teacher (mark, class) VALUES (?, ?)", arguments: [mark, id])
    }
  }

  func setJoining(_ isJoining: Bool, of id: Int) async throws {
    try await change { try $0.execute(sql: "UPDATE class SET joining = ? WHERE id = ?", arguments: [isJoining, id]) }
  }

  func setPhase(_ phase: PageFrame.Phase, of id: Int) async throws {
    try await change {
      try $0.execute(sql: "UPDATE class SET phase = ? WHERE id = ?", arguments: [phase.rawValue, id])
    }
  }

  /// - Parameter steps: nil opens the lesson to its end.
  func setOpened(_ lesson: String, steps: Int?, of id: Int) async throws {
    try await change { database in
      try database.execute(sql: "DELETE FROM opened WHERE class = ? AND lesson = ?", arguments: [id, lesson])
      guard let steps else { return }
      try database.execute(
        sql: "INSERT INTO opened (class, lesson, steps) VALUES (?, ?, ?)", arguments: [id, lesson, steps])
    }
  }

  /// Gives a class another code that no class has.
  func changeCode(of id: Int) async throws -> ClassCode {
    try await change { database in
      while true {
        let code = ClassCode()
        let isTaken = try Bool.fetchOne(
          database, sql: "SELECT EXISTS (SELECT 1 FROM class WHERE key = ?1 OR code = ?1)", arguments: [code.text])
        if isTaken == true { continue }
        try database.execute(sql: "UPDATE class SET code = ? WHERE id = ?", arguments: [code.text, id])
        return code
      }
    }
  }

  // MARK: Students

  /// The id of a new student.
  func addStudent(_ name: StudentName, mark: String, to id: Int, now: Int) async throws -> Int {
    try await change { database in
      try database.execute(
        sql: "INSERT INTO student (class, name, joined) VALUES (?, ?, ?)", arguments: [id, name.description, now])
      let student = Int(database.lastInsertedRowID)
      try database.execute(sql: "INSERT INTO secret (mark, student) VALUES (?, ?)", arguments: [mark, student])
      return student
    }
  }

  /// Lets a student in by another secret, too.
  func addSecret(_ mark: String, of student: Int) async throws {
    try await change {
      try $0.execute(sql: "INSERT INTO secret (mark, student) VALUES (?, ?)", arguments: [mark, student])
    }
  }

  func rename(_ student: Int, to name: StudentName) async throws {
    try await change { database in
      try database.execute(sql: "UPDATE student SET name = ? WHERE id = ?", arguments: [name.description, student])
    }
  }

  /// Takes a student away with all that he did.
  func remove(_ student: Int) async throws {
    try await change { database in
      try database.execute(sql: "DELETE FROM student WHERE id = ?", arguments: [student])
      try Self.removeUnusedReplies(database)
    }
  }

  /// Takes a class away with all that belongs to it; whether there was one.
  func removeClass(_ name: String) async throws -> Bool {
    let isRemoved = try await change { database in
      try database.execute(sql: "DELETE FROM class WHERE name = ?", arguments: [name])
      let isRemoved = database.changesCount > 0
      try Self.removeUnusedReplies(database)
      try database.execute(
        sql:
          "DELETE FROM lesson_version WHERE NOT EXISTS (SELECT 1 FROM event WHERE event.version = lesson_version.version)"
      )
      return isRemoved
    }
    // Nothing of it stays in free pages or in the log.
    try await pool.vacuum()
    try await pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    return isRemoved
  }

  private static func removeUnusedReplies(_ database: Database) throws {
    try database.execute(
      sql: "DELETE FROM reply WHERE NOT EXISTS (SELECT 1 FROM event WHERE event.reply = reply.mark)")
  }
}
