import TestSupport
import Testing
import Vocabulary
import Workbench

/// `.csv` files.
@Suite struct SeparatedFormatTests {
  @Test func `numbers come back bit for bit`() throws {
    var files = try FileSession()
    let before = try files.value("m = sample(normal(0, 1e150), [40, 7], seed=3) ^ 2 / 1e300")
    _ = try files.value("save m \"%/m.csv\"")
    let after = try files.value("load \"%/m.csv\"")
    #expect(after.parts == before.parts)
    let special = try files.value("v = [0, -0 × 1, 1 / 3, 5e-324, 1.7976931348623157e308, ∞, -∞, 1e22, 123456789]")
    _ = try files.value("save v \"%/v.csv\"")
    #expect(try files.value("load \"%/v.csv\"").parts == special.parts)
    #expect(
      files.folder.read("v.csv") == """
        0\n-0\n0.3333333333333333\n5e-324\n1.7976931348623157e+308\ninf\n-inf\n1e+22\n123456789\n
        """)
  }

  @Test func `rows are lines`() throws {
    var files = try FileSession()
    _ = try files.value("save [[1, 2.5], [-3, nan]] \"%/m.csv\"; save 7 \"%/n.csv\"")
    #expect(files.folder.read("m.csv") == "1,2.5\n-3,nan\n")
    #expect(files.folder.read("n.csv") == "7\n")
  }

  @Test(arguments: [
    ("1,2\n3,4\n", "[[1, 2],\n [3, 4]]"), ("1;2\r\n3;4\r\n", "[[1, 2],\n [3, 4]]"),
    ("1\t2\n3\t4", "[[1, 2],\n [3, 4]]"),
    ("1,2\r3,4\r", "[[1, 2],\n [3, 4]]"), ("\u{FEFF}x,y\n1,2\n", "[[1, 2]]"), ("\"x, cm\";\"y\"\n1;2\n", "[[1, 2]]"),
    ("x, cm;y, cm\n1;2\n", "[[1, 2]]"), (" 1 ,  2 \n", "[[1, 2]]"), ("1,,3\n", "[[1, nan, 3]]"),
    ("\"1\",\" 2 \"\n", "[[1, 2]]"), ("1\n\n2\n   \n3", "[1, 2, 3]"), ("x\n1\n", "[1]"), ("1\n\"\"\n", "[1, nan]"),
    ("1,NA\n?,4\n", "[[  1, nan],\n [nan,   4]]"), ("1;2,5\n-3e2;,5\n", "[[   1, 2.5],\n [-300, 0.5]]"),
    ("NaN\n-inf\n+Infinity\n1E3\n+.5\n5.\n", "[nan, -∞, ∞, 1000, 0.5, 5]"),
    ("\"a \"\"b\"\"\n c\",2\n3,4\n", "[[3, 4]]"),
    ("\t1\t\n", "[[nan, 1, nan]]"),
  ])
  func `is read`(_ text: String, _ printed: String) throws {
    var files = try FileSession()
    files.folder.write("a.csv", text)
    let transcript = files.run("load \"%/a.csv\"")
    #expect(transcript.failure?.message == nil)
    #expect(transcript.results.last?.printed.text == printed)
  }

  @Test(arguments: [
    ("1,2\n3\n", "'%/a.csv' has 1 cell in line 2, but 2 in those before it"),
    ("x,y\n1,2\n\n\n3,4,5\n", "'%/a.csv' has 3 cells in line 5, but 2 in those before it"),
    ("1,2\n3,four\n", "'%/a.csv' has 'four' in line 2, column 2, which is no number"),
    ("1,2\n\"a\nb\",3\n4,5", "'%/a.csv' has 'a\nb' in line 2, column 1, which is no number"),
    ("1\n0x10\n", "'%/a.csv' has '0x10' in line 2, column 1, which is no number"),
    ("1\n2\n\"3\n4\n", "'%/a.csv' has a quotation mark in line 3 that is never closed"),
    ("1\n\"2\"3\n", "'%/a.csv' has text behind a closing quotation mark in line 2"),
    ("", "'%/a.csv' holds no numbers"), ("x,y\n", "'%/a.csv' holds no numbers"), ("\n\n", "'%/a.csv' holds no numbers"),
  ])
  func `is refused`(_ text: String, _ message: String) throws {
    var files = try FileSession()
    files.folder.write("a.csv", text)
    let failure = try files.failure("load \"%/a.csv\"")
    #expect(failure.kind == .file)
    #expect(failure.message == message)
  }

  @Test func `a decimal comma is explained`() throws {
    var files = try FileSession()
    files.folder.write("a.csv", "x,y\n1,2\n\"1,5\",2\n")
    #expect(try files.failure("load \"%/a.csv\"").hint == "write numbers with a decimal point")
    files.folder.write("a.csv", "x;y\n1;2\n1,5;2\n")
    #expect(files.run("load \"%/a.csv\"").results.last?.printed.text == "[[  1, 2],\n [1.5, 2]]")
    files.folder.write("a.csv", "x;y\n1;0.2\n1,234;2\n")
    #expect(
      try files.failure("load \"%/a.csv\"").message
        == "'%/a.csv' has numbers with a decimal point and others with a comma, such as '1,234' in line 3")
  }

  @Test func `bytes that are no text are refused`() throws {
    var files = try FileSession()
    files.folder.write("a.csv", bytes: [0xFF, 0xFE, 0x31, 0, 0x0A, 0])
    #expect(try files.failure("load \"%/a.csv\"").hint == "save the file as UTF-8")
    files.folder.write("a.csv", bytes: [0x31, 0x0A, 0xC3, 0x28, 0x00])
    #expect(try files.failure("load \"%/a.csv\"").kind == .file)
  }

  @Test func `the limit on memory holds`() throws {
    var files = try FileSession()
    files.session.context.limits.memory = 8000
    files.folder.write("a.csv", String(repeating: ",", count: 4000))
    #expect(try files.failure("load \"%/a.csv\"").kind == .limit)
    files.folder.write("a.csv", String(repeating: "1.5,", count: 2500))
    #expect(try files.failure("load \"%/a.csv\"").kind == .limit)
  }
}
