/// A piece of JSON text.
public struct JSON: Sendable {
  public let text: String

  private init(_ text: String) { self.text = text }

  public static let null = JSON("null")

  /// What is JSON already.
  public init(verbatim text: String) { self.init(text) }

  /// The shortest form that reads back as the same double.
  public init(number: Double) {
    if number.isNaN {
      self.init("\"nan\"")
    } else if number.isInfinite {
      self.init(number < 0 ? "\"-inf\"" : "\"inf\"")
    } else {
      self.init("\(number)")
    }
  }

  public init(number: Int) { self.init(number.description) }

  public init(truth: Bool) { self.init(truth ? "true" : "false") }

  public init(array: [JSON]) { self.init("[\(array.map(\.text).joined(separator: ", "))]") }

  /// The members in this order.
  public init(object: [(String, JSON)]) {
    self.init("{\(object.map { "\(JSON(string: $0).text): \($1.text)" }.joined(separator: ", "))}")
  }

  /// With escapes for what JSON does not let stand in a text.
  public init(string: String) {
    var result = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    self.init(result + "\"")
  }
}
