import GRDB
import Platform

/// The tables of a store, and how those of older versions become those of this one.
enum Schema {
  /// What makes each version of the one before, the first of an empty file. Once released, none of them changes.
  static let migrations = [
    """
    CREATE TABLE class (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      key TEXT NOT NULL UNIQUE,         -- its first code, by which addresses know it
      code TEXT NOT NULL UNIQUE,        -- what students type
      name TEXT NOT NULL UNIQUE,
      made INTEGER NOT NULL,            -- times are milliseconds since 1970
      joining INTEGER NOT NULL DEFAULT 1,
      phase TEXT NOT NULL DEFAULT 'open'
    );
    CREATE TABLE teacher (
      mark TEXT PRIMARY KEY,            -- SHA-256 of what the private link ends with
      class INTEGER NOT NULL REFERENCES class ON DELETE CASCADE
    );
    CREATE TABLE opened (               -- how far lessons are open; those that are missing, to their ends
      class INTEGER NOT NULL REFERENCES class ON DELETE CASCADE,
      lesson TEXT NOT NULL,
      steps INTEGER NOT NULL,
      PRIMARY KEY (class, lesson)
    );
    CREATE TABLE student (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      class INTEGER NOT NULL REFERENCES class ON DELETE CASCADE,
      name TEXT NOT NULL,
      joined INTEGER NOT NULL
    );
    CREATE TABLE secret (
      mark TEXT PRIMARY KEY,            -- SHA-256 of a cookie
      student INTEGER NOT NULL REFERENCES student ON DELETE CASCADE
    );
    CREATE TABLE lesson_version (
      version TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      path TEXT NOT NULL,
      text TEXT NOT NULL
    );
    CREATE TABLE reply (                -- what was answered, each text once
      mark TEXT PRIMARY KEY,            -- SHA-256 of both
      html TEXT NOT NULL,
      say TEXT NOT NULL
    );
    CREATE TABLE event (
      n INTEGER PRIMARY KEY AUTOINCREMENT,
      student INTEGER NOT NULL REFERENCES student ON DELETE CASCADE,
      lesson TEXT NOT NULL,
      version TEXT NOT NULL,
      step TEXT NOT NULL,
      action TEXT NOT NULL,
      text TEXT NOT NULL,
      state TEXT,
      outcome TEXT,
      points INTEGER NOT NULL,
      kept INTEGER NOT NULL,
      nonce TEXT,
      reply TEXT REFERENCES reply,
      time INTEGER NOT NULL
    );
    CREATE UNIQUE INDEX event_nonce ON event (student, nonce) WHERE nonce IS NOT NULL;
    CREATE INDEX event_place ON event (student, lesson);
    CREATE INDEX event_reply ON event (reply);
    CREATE INDEX student_class ON student (class);
    CREATE INDEX secret_student ON secret (student);
    """
  ]

  /// Why a file is not used; it is left as it is.
  enum Refusal: Error {
    /// It was written by a newer gradus, of that version.
    case newer(Int)
    /// It is a database, but none of gradus.
    case foreign
  }

  /// `grad`, by which tools such as file(1) can know the file.
  private static let application = 0x6772_6164

  /// Looks at a file before SQLite does, which would write to it; what is newer or foreign is refused.
  static func check(_ path: String) throws {
    // After a crash the newest pages are in the log: then only SQLite knows.
    if FileKind(of: path + "-wal") != nil { return }
    // SQLite's file format, section 1.3.
    guard let header = try? OpenFile(reading: path).next(100), header.count == 100,
      header.starts(with: Array("SQLite format 3\u{0}".utf8))
    else { return }
    func number(at place: Int) -> Int { header[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    if number(at: 68) != application { throw Refusal.foreign }
    if number(at: 60) > migrations.count { throw Refusal.newer(number(at: 60)) }
  }

  /// Brings a file up to date, in one transaction.
  static func update(_ pool: DatabasePool) throws {
    let (version, application, isEmpty) = try pool.read { database in
      (
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
        try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
      )
    }
    guard isEmpty || application == Self.application else { throw Refusal.foreign }
    guard version <= migrations.count else { throw Refusal.newer(version) }
    guard version < migrations.count else { return }
    try pool.write { database in
      for migration in migrations[version...] { try database.execute(sql: migration) }
      try database.execute(sql: "PRAGMA application_id = \(Self.application)")
      try database.execute(sql: "PRAGMA user_version = \(migrations.count)")
    }
  }
}
