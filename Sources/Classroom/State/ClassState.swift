import Lessons

/// Where everybody in a class is: what its events make of it.
public struct ClassState: Sendable {
  public struct Student: Sendable {
    public let id: Int
    public var name: StudentName
    /// In milliseconds since 1970.
    public let joined: Int
    public fileprivate(set) var records: [StepPlace: StepRecord] = [:]
    /// Where help is wanted; nil where it is not.
    public fileprivate(set) var helpWanted: StepPlace?
    /// Where something was done last.
    public fileprivate(set) var place: StepPlace?
    /// How many steps are finished, by lesson.
    public fileprivate(set) var finished: [String: Int] = [:]

    public init(id: Int, name: StudentName, joined: Int) {
      self.id = id
      self.name = name
      self.joined = joined
    }

    public func record(at place: StepPlace) -> StepRecord { records[place] ?? StepRecord() }

    fileprivate mutating func take(_ event: ClassEvent) {
      switch event.action {
      case .wantsHelp: helpWanted = event.place
      case .needsNoHelp: helpWanted = nil
      case .step, .startOver:
        place = event.place
        let wasFinished = records[event.place]?.isFinished == true
        records[event.place, default: StepRecord()].take(event)
        guard !wasFinished, records[event.place]?.isFinished == true else { return }
        finished[event.place.lesson, default: 0] += 1
        if helpWanted == event.place { helpWanted = nil }
      }
    }
  }

  /// By their ids.
  public private(set) var students: [Int: Student] = [:]
  private var names: Set<String> = []

  public init() {}

  public mutating func add(_ student: Student) {
    students[student.id] = student
    names.insert(student.name.folded)
  }

  public mutating func remove(student id: Int) {
    guard let student = students.removeValue(forKey: id) else { return }
    names.remove(student.name.folded)
  }

  public mutating func rename(student id: Int, to name: StudentName) {
    guard let student = students[id] else { return }
    names.remove(student.name.folded)
    students[id]?.name = name
    names.insert(name.folded)
  }

  /// How many students did their last thing in a lesson.
  public func count(in lesson: String) -> Int { students.values.count { $0.place?.lesson == lesson } }

  /// Whether somebody is called so.
  public func isTaken(_ name: StudentName) -> Bool { isTaken(folded: name.folded) }

  public func isTaken(folded name: String) -> Bool { names.contains(name) }

  /// Takes what was done into account. Events come in the order of their numbers.
  public mutating func take(_ event: ClassEvent) { students[event.student]?.take(event) }
}
