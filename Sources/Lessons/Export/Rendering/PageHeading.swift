/// A heading of a page, as its table of contents shows it.
struct PageHeading: Equatable {
  let level: Int
  let text: String
  let anchor: String
}
