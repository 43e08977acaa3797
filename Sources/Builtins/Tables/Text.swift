import Vocabulary
import Workbench

extension Builtin {
  static let text = Builtin(
    "text", "A value as a text, as it is printed.",
    Parameter("x", .value, "any value"),
    .optional("digits", .integer(1...17), "significant digits, where not those of set digits=", aliases: ["precision"]),
    documentation: Documentation(
      notes: "A text stays as it is. Texts are joined with +.",
      examples: [
        Example("\"loss \" + text(2 / 3, digits=2)", gives: "\"loss 0.67\""),
        Example("[text(n) + \" units\" for n in [5, 10]]", gives: "[\"5 units\", \"10 units\"]"),
      ],
      seeAlso: ["table", "set"],
      aliases: ["str", "repr", "num2str", "to_string", "sprintf"])
  ) { (session: inout Session, x, digits) in
    if case .text = x { return x }
    var style = session.style
    style.digits = digits ?? style.digits
    return .text(x.display.printed(in: style).text)
  }
}
