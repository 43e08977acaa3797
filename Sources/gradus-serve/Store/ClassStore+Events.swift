import Classroom
import GRDB
import Lessons
import Vocabulary

/// What a student was answered, as it is kept.
struct StoredReply: Sendable {
  let event: ClassEvent
  let html: String
  var say: String { event.said }
}

extension ClassEvent {
  /// From a row of `event` joined with `reply`; nil where it was written by hand.
  init?(_ row: Row) {
    guard let action = Action(word: row["action"] as String) else { return nil }
    self.init(
      number: row["n"], student: row["student"], place: StepPlace(lesson: row["lesson"], step: row["step"]),
      version: row["version"], action: action, text: row["text"],
      state: (row["state"] as String?).flatMap(StepReply.State.init),
      outcome: (row["outcome"] as String?).flatMap(LessonRecord.Outcome.init(word:)), points: row["points"],
      said: row["say"] ?? "", isKept: row["kept"], time: row["time"])
  }
}

extension ClassStore {
  /// Keeps an event, with what was answered; its number.
  ///
  /// - Parameter nonce: by which a repeated request is known. Throws where the student has sent it before.
  func add(_ event: ClassEvent, nonce: String?, html: String?) async throws -> Int {
    // Outside of the transaction, for which others wait.
    let mark = html.map { ClassStore.mark($0, event.said) }
    return try await change { database in
      if let mark {
        try database.cachedStatement(sql: "INSERT OR IGNORE INTO reply (mark, html, say) VALUES (?, ?, ?)")
          .execute(arguments: [mark, html, event.said])
      }
      try database.cachedStatement(
        sql: """
          INSERT INTO event
            (student, lesson, version, step, action, text, state, outcome, points, kept, nonce, reply, time)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        event.student, event.place.lesson, event.version, event.place.step, event.action.word, event.text,
        event.state?.rawValue, event.outcome?.word, event.points, event.isKept, nonce, mark, event.time,
      ])
      return Int(database.lastInsertedRowID)
    }
  }

  static func mark(_ html: String, _ say: String) -> String {
    SHA256.hash(Array((html + "\u{0}" + say).utf8)).prefix(16).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
  }

  /// What was answered to a request that was sent before; nil where it was not.
  func reply(to nonce: String, of student: Int) async throws -> StoredReply? {
    try await pool.read { database in
      try Row.fetchOne(
        database,
        sql: "SELECT event.*, html, say FROM event LEFT JOIN reply ON reply.mark = event.reply "
          + "WHERE student = ? AND nonce = ?", arguments: [student, nonce]
      ).flatMap(Self.reply)
    }
  }

  /// All that a student was answered in a lesson, oldest first; in all lessons where none is named.
  func replies(of student: Int, in lesson: String?) async throws -> [StoredReply] {
    try await pool.read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT event.*, html, say FROM event LEFT JOIN reply ON reply.mark = event.reply "
          + "WHERE student = ?1 AND (?2 IS NULL OR lesson = ?2) ORDER BY n", arguments: [student, lesson]
      ).compactMap(Self.reply)
    }
  }

  private static func reply(_ row: Row) -> StoredReply? {
    ClassEvent(row).map { StoredReply(event: $0, html: row["html"] ?? "") }
  }

  // MARK: Lessons

  /// Keeps the text of a lesson, so that pages of it can be worked on when the file has changed: before anything that is done in it.
  func keep(_ lesson: ServedLesson, name: String) {
    changeLater { database in
      try database.execute(
        sql: "INSERT OR IGNORE INTO lesson_version (version, name, path, text) VALUES (?, ?, ?, ?)",
        arguments: [lesson.version, name, lesson.path, lesson.text])
    }
  }

  /// The text that a lesson had; nil where it is not known.
  func lesson(_ name: String, version: String) throws -> ServedLesson? {
    try pool.read { database in
      try Row.fetchOne(
        database, sql: "SELECT path, text FROM lesson_version WHERE version = ? AND name = ?",
        arguments: [version, name]
      ).map { ServedLesson(path: $0["path"], text: $0["text"]) }
    }
  }
}
