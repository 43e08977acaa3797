/// Something larger than a line that decides how it is written only when it is printed: a table, a figure.
public protocol Layout: Sendable, Equatable {
  func printed(in style: NumberStyle) -> Printed
}

extension Layout {
  func equals(_ other: any Layout) -> Bool { (other as? Self) == self }
}
