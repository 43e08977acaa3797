/// Text of a web page, spelled so that an XML parser reads it, too.
///
/// A literal is markup; what is interpolated into it is text and is escaped, unless it is `HTML` itself:
/// `let cell: HTML = "<td title=\"\(name)\">\(value)</td>"`. So nothing from outside becomes markup by oversight.
public struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// The page's source.
  public private(set) var source: String

  public init() { source = "" }

  public init(stringLiteral source: String) { self.source = source }

  public init(stringInterpolation: Interpolation) { source = stringInterpolation.source }

  /// Text, escaped for use between tags and inside of quoted attributes.
  public init(text: String) { source = Self.escaped(text) }

  public var isEmpty: Bool { source.isEmpty }

  public static func + (left: HTML, right: HTML) -> HTML {
    var sum = left
    sum.source += right.source
    return sum
  }

  public static func += (left: inout HTML, right: HTML) { left.source += right.source }

  /// An element with its attributes; those that are nil are left out.
  public static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ content: HTML
  ) -> HTML {
    var element = HTML()
    element.source = "<\(name)"
    for (name, value) in attributes {
      if let value { element.source += " \(name)=\"\(escaped(value))\"" }
    }
    element.source += ">\(content.source)</\(name)>"
    return element
  }

  /// `&`, `<`, `>` and quotation marks as entities, and characters that do not show made visible.
  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "\t", "\n": escaped.append(scalar)
      default: escaped.append(scalar.visible)
      }
    }
    return String(escaped)
  }

  public struct Interpolation: StringInterpolationProtocol {
    fileprivate var source = ""

    public init(literalCapacity: Int, interpolationCount: Int) { source.reserveCapacity(2 * literalCapacity) }

    public mutating func appendLiteral(_ literal: String) { source += literal }
    public mutating func appendInterpolation(_ html: HTML) { source += html.source }
    public mutating func appendInterpolation(_ text: some StringProtocol) { source += HTML.escaped(String(text)) }
    public mutating func appendInterpolation(_ count: Int) { source += String(count) }
  }
}

extension Sequence<HTML> {
  /// All of them in a row, with markup between.
  public func joined(separator: HTML = "") -> HTML {
    var joined = HTML()
    for (index, html) in enumerated() { joined += index > 0 ? separator + html : html }
    return joined
  }
}
