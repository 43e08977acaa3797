import Vocabulary

/// What a column of a roster holds.
enum RosterColumn: Sendable {
  case name, firstName, lastName, login, identifier, email, section, handedIn, deadline
  case grade, largestGrade, mayBeChanged, feedback
}

/// A kind of file that lists a class, known by its header. A new one is a line in `all`.
struct RosterForm: Sendable {
  let name: String
  /// The headers that it has without fail, in small letters.
  let required: [String]
  /// What its columns hold, by their headers in small letters.
  let columns: [String: RosterColumn]
  /// Whether a row is none of a student.
  let passesOver: @Sendable (SeparatedTable.Row) -> Bool

  /// Canvas's exported gradebook (canvas-lms, lib/gradebook_importer.rb): behind the header stand rows about the assignments, at the
  /// end the student that a teacher can be to try things out.
  static let canvas = RosterForm(
    name: "Canvas gradebook", required: ["student", "id", "section"],
    columns: [
      "student": .name, "id": .identifier, "sis user id": .identifier, "sis login id": .login, "section": .section,
    ]
  ) { row in
    let first = row.text(0)
    return first.isEmpty || first.hasPrefix("Points Possible") || first == "Student, Test"
  }

  /// The worksheet of a Moodle assignment for grading offline (moodle, mod/assign/feedback/offline).
  static let moodle = RosterForm(
    name: "Moodle worksheet", required: ["identifier", "grade", "last modified (grade)"],
    columns: [
      "identifier": .identifier, "full name": .name, "id number": .identifier, "username": .login,
      "email address": .email, "grade": .grade, "maximum grade": .largestGrade, "grade can be changed": .mayBeChanged,
      "last modified (submission)": .handedIn, "feedback comments": .feedback,
    ]
  ) { _ in false }

  /// Any table with a name, a login, an id or an address a student.
  static let plain = RosterForm(
    name: "list", required: [],
    columns: [
      "name": .name, "full name": .name, "student": .name, "student name": .name, "first name": .firstName,
      "first_name": .firstName, "firstname": .firstName, "given name": .firstName, "last name": .lastName,
      "last_name": .lastName, "lastname": .lastName, "surname": .lastName, "family name": .lastName, "login": .login,
      "username": .login, "user": .login, "id": .identifier, "student id": .identifier, "student_id": .identifier,
      "id number": .identifier, "idnumber": .identifier, "number": .identifier, "email": .email,
      "email address": .email, "mail": .email, "section": .section, "group": .section, "handed in": .handedIn,
      "handed_in": .handedIn, "submitted": .handedIn, "timestamp": .handedIn, "deadline": .deadline,
      "extension": .deadline, "due": .deadline,
    ]
  ) { _ in false }

  /// Those with marks of their own first.
  static let all: [RosterForm] = [canvas, moodle, plain]

  /// The first that a header is one of.
  static func of(_ header: [String]) -> RosterForm? {
    all.first { form in
      form.required.allSatisfy(header.contains)
        && header.contains { [.name, .login, .identifier, .email, .lastName].contains(form.columns[$0]) }
    }
  }
}
