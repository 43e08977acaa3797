import Builtins
import Networks
import TestSupport
import Testing
import Vocabulary
import Workbench

/// Data sets in `.csv` files.
@Suite struct DatasetFileTests {
  @Test func `iris is there`() throws {
    var session = Session()
    let path = Project.path("lessons/data/iris.csv")
    let value = session.run("load(\"\(path)\", target=\"species\")").results.last?.value
    guard case .object(let iris as Dataset) = value else { throw References.Unreadable(path: path) }
    #expect(iris.count == 150 && iris.classes == 3)
    #expect(iris.names.classes == ["setosa", "versicolor", "virginica"])
    #expect(iris.names.features == ["sepal_length", "sepal_width", "petal_length", "petal_width"])
    #expect((0..<3).map { number in iris.targets.elements.count { $0 == Double(number) } } == [50, 50, 50])
    // The sums of the columns in Fisher's paper.
    let sums = (0..<4).map { iris.features.column($0).reduce(0, +) }
    for (sum, wanted) in zip(sums, [876.5, 458.6, 563.7, 179.9]) { #expect((sum - wanted).magnitude < 1e-9) }
  }

  @Test(arguments: [
    ("moons(50, noise=0.1, seed=1)", "class"), ("blobs(40, centers=4, features=3, seed=1)", "class"),
    ("sine(50, noise=0.1, seed=1)", "y"), ("one_hot(spirals(30, arms=3, seed=1))", "class"),
  ])
  func `what is saved comes back bit for bit`(_ made: String, _ target: String) throws {
    var files = try FileSession()
    let before = try Self.dataset(files.value("data = \(made)"))
    _ = try files.value("save data \"%/d.csv\"")
    let after = try Self.dataset(files.value("load(\"%/d.csv\", target=\"\(target)\")"))
    #expect(after.features == before.features)
    #expect(after.classes == before.classes)
    if before.hasTargetPerClass {
      #expect(after.withTargetPerClass.targets == before.targets)
    } else {
      #expect(after.targets == before.targets)
    }
    #expect(after.names.classes.isEmpty)
    _ = try files.value("save load(\"%/d.csv\", target=\"\(target)\") \"%/e.csv\"")
    #expect(files.folder.read("d.csv") == files.folder.read("e.csv"))
  }

  @Test func `names come back too`() throws {
    var files = try FileSession()
    let text = "\"length, cm\",\"a \"\"b\"\"\",kind\n1,2,\"x,y\"\n3,4.5,z\n5,6,\"x,y\"\n"
    files.folder.write("a.csv", text)
    let data = try Self.dataset(files.value("data = load(\"%/a.csv\", target=\"kind\")"))
    #expect(
      data.names == Dataset.Names(features: ["length, cm", "a \"b\""], targets: ["kind"], classes: ["x,y", "z"]))
    #expect(data.targets.elements == [0, 1, 0])
    _ = try files.value("save data \"%/b.csv\"")
    #expect(files.folder.read("b.csv") == text)
  }

  @Test(
    arguments: [
      // text, arguments, features, targets, classes, names of classes
      ("x,y\n1,2\n3,4\n", "target=\"y\"", [1.0, 3], [2.0, 4], nil, []),
      ("y,x\n2,1\n4,3\n", "target=\"y\"", [1, 3], [2, 4], nil, []),
      ("x,y\n1,2\n3,1\n5,10\n", "target=\"y\", classes=true", [1, 3, 5], [1, 0, 2], 3, ["1", "2", "10"]),
      ("x,y\n1,1.0\n3,0\n5,1\n", "target=\"y\", classes=true", [1, 3, 5], [1, 0, 1], 2, []),
      ("x,class\n1,0\n3,1\n", "target=\"class\"", [1, 3], [0, 1], 2, []),
      ("x,class\n1,0\n3,1\n", "target=\"class\", classes=false", [1, 3], [0, 1], nil, []),
      ("x,y\n1,no\n3,yes\n5,no\n", "target=\"y\"", [1, 3, 5], [0, 1, 0], 2, ["no", "yes"]),
      ("x;y\n1;b\n3;a\n", "target=\"y\"", [1, 3], [1, 0], 2, ["a", "b"]),
      ("\u{FEFF}x,u,v\r\n1,2,3\r\n\r\n4,5,6", "target=[\"u\", \"v\"]", [1, 4], [2, 3, 5, 6], nil, []),
      ("x,u,v\n1,a,3\n4,b,6\n", "target=\"v\", features=\"x\"", [1, 4], [3, 6], nil, []),
      ("1,2\n3,4\n5,6\n", "target=\"1\"", [4, 6], [3, 5], nil, []),
    ] as [(String, String, [Double], [Double], Int?, [String])])
  func `is read`(
    _ text: String, _ arguments: String, _ features: [Double], _ targets: [Double], _ classes: Int?, _ names: [String]
  ) throws {
    var files = try FileSession()
    files.folder.write("a.csv", text)
    let data = try Self.dataset(files.value("load(\"%/a.csv\", \(arguments))"))
    #expect(data.features.elements == features)
    #expect(data.targets.elements == targets)
    #expect(data.classes == classes)
    #expect(data.names.classes == names)
    #expect(data.name == "a")
  }

  @Test(arguments: [
    (
      "x,y\n1,a\n2\n3,b\n,c\nz,a\n1,\n", "target=\"y\"",
      "'%/a.csv' has 4 rows that cannot be used: line 3 has 1 cell, not 2; line 5 has no x; line 6 has 'z' for x; …"
    ),
    ("x,y\n1,2\n3,x\n5,6\n", "target=\"y\"", "'%/a.csv' has a row that cannot be used: line 3 has 'x' for y"),
    (
      "x,y\n1,2\nnan,5\n5,inf\n", "target=\"y\"",
      "'%/a.csv' has 2 rows that cannot be used: line 3 has 'nan' for x; line 4 has 'inf' for y"
    ),
    ("x,y\n1,a\n2,a\n", "target=\"y\"", "'%/a.csv' has the one class 'a' only, so there is nothing to tell apart"),
    ("x,y\n", "target=\"y\"", "'%/a.csv' has names, but no points below them"),
    ("", "target=\"y\"", "'%/a.csv' is empty"),
    ("y\n1\n", "target=\"y\"", "'%/a.csv' has no column besides those to be learnt"),
    ("1,2\n3,4\n", "target=\"y\"", "'%/a.csv' does not begin with a row of names"),
    ("x,x,y\n1,2,3\n", "target=\"x\"", "'%/a.csv' has 2 columns called 'x'"),
    ("x,species\n1,2\n", "target=\"specis\"", "'%/a.csv' has no column called 'specis'"),
    ("x,y\n1,2\n", "target=[\"y\", \"y\"]", "target names 'y' twice"),
    ("x,y\n1,\"2\n", "target=\"y\"", "'%/a.csv' has a quotation mark in line 2 that is never closed"),
    (
      "x,y\n1,\u{1B}[2Jbad\n2,\u{1B}[2Jbad\n", "target=\"y\"",
      "'%/a.csv' has the one class '␛[2Jbad' only, so there is nothing to tell apart"
    ),
    ("x,y\n1,2\n", "target=\"y\", features=[\"x\", \"y\"]", "features and target both name 'y'"),
    ("x,y\n1,2\n", "target=\"y\", features=[\"x\", \"x\"]", "features names 'x' twice"),
    ("x,y\n1,2\n", "classes=true", "classes needs target=: which column is to be learnt"),
    ("x,y,z\n1,2,3\n", "target=[\"y\", \"z\"], classes=true", "target must be one column where it is of classes"),
  ])
  func `is refused`(_ text: String, _ arguments: String, _ message: String) throws {
    var files = try FileSession()
    files.folder.write("a.csv", text)
    #expect(try files.failure("load(\"%/a.csv\", \(arguments))").message == message)
  }

  @Test func `a column of words asks for target=`() throws {
    var files = try FileSession()
    files.folder.write("a.csv", "x,kind\n1,a\n")
    #expect(
      try files.failure("load \"%/a.csv\"").hint
        == "classes to be learnt are read with target=\"kind\", numbers alone with features=[\"x\"]")
    #expect(try files.failure("load(\"%/a.csv\", target=\"knid\")").hint == "did you mean 'kind'?")
    #expect(try files.failure("save circles(4) \"%/d.npy\"").hint == "let the name end in .csv")
  }

  @Test func `hostile files are refused within the limit`() throws {
    var files = try FileSession()
    files.session.context.limits.memory = 20_000
    files.folder.write("a.csv", "x,y\n" + String(repeating: "1,2\n", count: 2000))
    #expect(try files.failure("load(\"%/a.csv\", target=\"y\")").kind == .limit)
    files.folder.write("a.csv", bytes: [0x78, 0x2C, 0x79, 0x0A, 0x31, 0x2C, 0xC3, 0x28, 0x00, 0x0A])
    #expect(try files.failure("load(\"%/a.csv\", target=\"y\")").kind == .file)
    files.folder.write("a.csv", bytes: [0xFF, 0xFE, 0x31, 0])
    #expect(try files.failure("load(\"%/a.csv\", target=\"y\")").hint == "save the file as UTF-8")
  }

  static func dataset(_ value: Value) throws -> Dataset {
    guard case .object(let data as Dataset) = value else { throw References.Unreadable(path: value.noun) }
    return data
  }
}
