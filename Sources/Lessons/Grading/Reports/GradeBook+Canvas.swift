import Vocabulary

extension GradeFormat {
  /// What Canvas imports into its gradebook (canvas-lms, lib/gradebook_importer.rb). A new column becomes a new assignment; an empty
  /// cell changes nothing, so that who handed in nothing, or nothing that can be read, keeps what stands there.
  public static let canvas = GradeFormat("canvas", suffixes: ["csv"]) { SeparatedTable.text($0.canvasRows) }
}

extension GradeBook {
  private static let studentColumns = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]

  fileprivate var canvasRows: [[String]] {
    let blanks = Array(repeating: "", count: Self.studentColumns.count - 1)
    let header = Self.studentColumns + [canvasColumn]
    let possible = ["    Points Possible"] + blanks + [String(possible)]
    if let roster = rules.roster {
      let scores = Dictionary(
        submissions.filter { $0.problem == nil }.compactMap { submission in
          submission.student.map { ($0.row, points(submission).text) }
        }, uniquingKeysWith: { first, _ in first })
      return [header, possible] + roster.students.map { canvasRow(of: $0, roster) + [scores[$0.row] ?? ""] }
    }
    return [header, possible]
      + submissions.map { [$0.name] + blanks + [$0.problem == nil ? points($0).text : ""] }
  }

  /// As the gradebook itself has it; of another roster what Canvas looks students up by.
  private func canvasRow(of student: RosterStudent, _ roster: Roster) -> [String] {
    guard roster.form.name == RosterForm.canvas.name else {
      return [student.name, "", "", student.login.isEmpty ? student.email : student.login, student.section]
    }
    let row = roster.table.rows[student.row]
    let header = roster.table.header.cells.map { $0.text.trimmingSpace.lowercased() }
    return Self.studentColumns.map { row.text(header.firstIndex(of: $0.lowercased())) }
  }

  /// The header of the assignment: the gradebook's own, with the number behind it, where it has one of that name.
  private var canvasColumn: String {
    let wanted = rules.column ?? name
    let headers = rules.roster?.table.header.cells.map { $0.text.trimmingSpace } ?? []
    return headers.first { $0 == wanted || $0.withoutNumber == wanted } ?? wanted
  }
}

extension String {
  /// Without the number in brackets that Canvas puts behind the name of an assignment.
  fileprivate var withoutNumber: String {
    guard last == ")", let open = lastIndex(of: "("), self[index(after: open)...].dropLast().allSatisfy(\.isNumber)
    else {
      return self
    }
    return self[..<open].trimmingSpace
  }
}
