import Testing

/// The rules that Jenkins' schema for JUnit reports (junit-10.xsd) lays down, and that the numbers are right.
enum JUnitSchema {
  private struct Rule {
    let required: Set<String>
    let optional: Set<String>
    let children: Set<String>
    let allowsText: Bool

    init(_ required: Set<String>, _ optional: Set<String>, _ children: Set<String>, allowsText: Bool = false) {
      (self.required, self.optional, self.children, self.allowsText) = (required, optional, children, allowsText)
    }
  }

  private static let rules: [String: Rule] = [
    "testsuites": Rule([], ["name", "time", "tests", "failures", "errors"], ["testsuite"]),
    "testsuite": Rule(
      ["name", "tests", "failures", "errors"],
      ["group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"],
      ["testsuite", "properties", "testcase", "system-out", "system-err"]),
    "testcase": Rule(
      ["name"], ["time", "classname", "group"], ["skipped", "error", "failure", "system-out", "system-err"]),
    "failure": Rule([], ["type", "message"], [], allowsText: true),
    "error": Rule([], ["type", "message"], [], allowsText: true),
    "skipped": Rule([], ["type", "message"], [], allowsText: true),
    "system-out": Rule([], [], [], allowsText: true),
  ]

  static func faults(of text: String) throws -> [String] {
    let root = try #require(XMLElement(document: text), "this is no XML:\n\(text)")
    guard root.name == "testsuites" else { return ["the root is \(root.name)"] }
    return faults(of: root)
  }

  private static func faults(of element: XMLElement) -> [String] {
    guard let rule = rules[element.name] else { return ["there is no element \(element.name)"] }
    let names = Set(element.attributes.keys)
    var faults = rule.required.subtracting(names).map { "\(element.name) lacks \($0)" }
    faults += names.subtracting(rule.required).subtracting(rule.optional).map { "\(element.name) has \($0)" }
    if !rule.allowsText, !element.text.allSatisfy(\.isWhitespace) { faults.append("\(element.name) holds text") }
    for child in element.children where !rule.children.contains(child.name) {
      faults.append("\(element.name) holds \(child.name)")
    }
    if element.name == "testsuite" || element.name == "testsuites" {
      for (attribute, kind) in [("failures", "failure"), ("errors", "error"), ("skipped", "skipped")] {
        guard let written = element.attributes[attribute] else { continue }
        let count = element.count { $0.name == "testcase" && $0.children.contains { $0.name == kind } }
        if written != String(count) { faults.append("\(attribute) is \(written), not \(count)") }
      }
      let cases = element.count { $0.name == "testcase" }
      if element.attributes["tests"] != String(cases) { faults.append("tests is not \(cases)") }
    }
    return faults + element.children.flatMap(Self.faults)
  }
}
