import Builtins
import Lessons
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif
import Foundation

/// Lessons exported to a folder that goes away.
struct ExportedSite {
  let folder: TemporaryFolder
  let export: SiteExport

  /// Writes the files, exports the folder and reads nothing yet.
  init(_ files: [String: String], _ form: ExportForm = .pages) throws {
    folder = try TemporaryFolder()
    for name in files.keys.sorted() { folder.write("lessons/" + name, files[name] ?? "") }
    export = SiteExport.write([folder.path + "/lessons"], form, builtins: .standard, to: folder.path + "/site")
  }

  /// The page of a lesson that is the only one.
  static func page(_ lesson: String) throws -> String {
    try ExportedSite(["a.md": lesson + "\n\n```gradus\n> 1\n1\n```\n"]).page("a.html")
  }

  func page(_ name: String) throws -> String { try #require(folder.read("site/" + name)) }
}

/// What a strict reader of XML finds in a page.
final class PageReading: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  private(set) var elements: [String: Int] = [:]
  private(set) var identifiers: [String] = []
  /// Addresses that a browser fetches by itself, and those that it follows when told.
  private(set) var fetched: [String] = []
  private(set) var followed: [String] = []
  /// The words of the page.
  private(set) var text = ""
  private var isStyle = false

  init(_ page: String) {
    super.init()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    if !isStyle { text += characters }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { isStyle = false }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements[name, default: 0] += 1
    isStyle = name == "style" || name == "script"
    if let identifier = attributes["id"] { identifiers.append(identifier) }
    for key in ["src", "srcset", "data", "poster", "background", "xlink:href"] {
      if let address = attributes[key] { fetched.append(address) }
    }
    if let address = attributes["href"] {
      if name == "a" { followed.append(address) } else { fetched.append(address) }
    }
    if attributes.keys.contains(where: { $0.hasPrefix("on") }) { fetched.append("a script in \(name)") }
  }
}
