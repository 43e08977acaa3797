import Lessons

/// What a board shows beside the table: the class, its lessons, and what the teacher has set.
public struct BoardFrame: Sendable {
  public var address: PageAddress
  public var className: String
  /// As it is read aloud: `RHO-4T7`.
  public var code: String
  /// Where students go: `http://192.168.1.20:8080`.
  public var places: [String]
  public var canJoin: Bool
  public var phase: PageFrame.Phase
  /// Of each lesson the name in addresses and the title.
  public var lessons: [(name: String, title: String)]
  public var order: Board.Order
  /// Whether the page is for a beamer: without names, and large.
  public var isProjected: Bool
  /// The number of the last step that is open, counted from 1; nil where all are.
  public var openUpTo: Int?
  /// The number of the last event that the page knows of.
  public var event: Int

  public init(
    address: PageAddress, className: String, code: String, places: [String] = [], canJoin: Bool = true,
    phase: PageFrame.Phase = .open, lessons: [(name: String, title: String)], order: Board.Order = .name,
    isProjected: Bool = false, openUpTo: Int? = nil, event: Int = 0
  ) {
    self.address = address
    self.className = className
    self.code = code
    self.places = places
    self.canJoin = canJoin
    self.phase = phase
    self.lessons = lessons
    self.order = order
    self.isProjected = isProjected
    self.openUpTo = openUpTo
    self.event = event
  }

  /// The board's own address with the settings that it keeps.
  func address(lesson: String, order: Board.Order? = nil, isProjected: Bool? = nil) -> String {
    let projector = (isProjected ?? self.isProjected) ? "&projector=on" : ""
    return "\(address.base)/board?lesson=\(lesson)&order=\((order ?? self.order).rawValue)\(projector)"
  }
}
