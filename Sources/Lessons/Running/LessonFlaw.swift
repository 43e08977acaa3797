/// Something that is wrong with a lesson though its commands print what it says: with a key, with what is explored, with words.
public struct LessonFlaw: Sendable, Equatable {
  public let line: Int
  public let message: String
  public let detail: String
}
