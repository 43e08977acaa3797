import Networks
import Vocabulary
import Workbench

extension Builtin {
  static let load = Builtin(
    "load", "Reads numbers, a data set or a network from a file.",
    Parameter(
      "path", .file([".npy", ".csv", ".safetensors"]), "the file's name, which ends in .npy, .csv or .safetensors"),
    .optional("target", .columns, "the column of a .csv file that is to be learnt, or a list of them"),
    .optional(
      "features", .columns, "the columns to learn from, where not all others; without target they are a matrix"),
    .optional("classes", .truth, "whether the target is of classes, where the cells do not show it"),
    .optional(
      "missing", .missing,
      "what becomes of missing cells: \"skip\" leaves out their rows, \"mean\" puts in the mean of the column, a number "
        + "puts in that; else they are errors in a data set and nan among numbers", aliases: ["na_values", "fillna"]),
    documentation: Documentation(
      notes:
        "Of .npy files it reads real numbers, whole numbers and truth values of at most two dimensions. Of .csv files it "
        + "reads commas, semicolons or tabs between cells and passes over a first row of names; one column is a vector. "
        + "Between semicolons and tabs all numbers may have decimal commas. Cells with nothing, NA, N/A, NaN, null or ? are "
        + "missing. With target= the file is a data set: the first row must be names, all other columns of numbers "
        + "or those in features= are features, columns of text and dates are left out, and rows that are no points are "
        + "reported with their lines; so are points without target, unless missing=\"skip\". The target is of classes if most of its "
        + "cells are no numbers or it is called class or label; classes are numbered from 0 in the order of their sorted "
        + "names, numbers by size. Of .safetensors files it reads the networks that save has written; of others "
        + "load_weights takes the weights. Whole numbers beyond 2⁵³ are rounded.",
      examples: [
        Example(
          "save [0.5, 1, 2] \"steps.csv\"; load \"steps.csv\"",
          gives: """
            saved a vector of 3 numbers to steps.csv (8 bytes)
            [0.5, 1, 2]
            """),
        Example(
          "load(\"data/iris.csv\", target=\"species\")",
          gives: """
            iris: 150 points × 4 features, 3 classes: setosa, versicolor, virginica
            features: sepal_length, sepal_width, petal_length, petal_width
            """),
        Example("mean(load(\"data/iris.csv\", features=\"petal_width\"))", gives: "1.19933"),
      ],
      seeAlso: ["save", "split", "dataset", "features"],
      aliases: ["read_csv", "loadtxt", "genfromtxt", "load_iris", "load_model"])
  ) { (session: inout Session, path, target, features, classes, missing) throws(Failure) in
    let path = try FilePath(path)
    let format = try FileFormats.format(of: path, forReading: true)
    let file = try FileReader(path, for: session)
    guard let target else {
      guard classes == nil else {
        throw Failure(
          .argument, "classes needs target=: which column is to be learnt", about: .argument("classes"))
      }
      guard features != nil || missing != nil else { return try format.read(file, for: &session) }
      guard format is SeparatedFormat else {
        let name = features == nil ? "missing" : "features"
        throw Failure(.argument, "\(name) belongs to .csv files only", about: .argument(name))
      }
      return try SeparatedFormat(missing: missing, columns: features).read(file, for: &session)
    }
    guard format is SeparatedFormat else {
      throw Failure(
        .argument, "target names a column, and only .csv files have columns with names", about: .argument("target"))
    }
    guard target.count == 1 || classes != true else {
      throw Failure(.argument, "target must be one column where it is of classes", about: .argument("target"))
    }
    let table = DatasetTable(targets: target, features: features, areClasses: classes, missing: missing ?? .error)
    return .object(try table.read(file))
  }
}

extension Kind where Output == [String] {
  /// The names of columns.
  static let columns = Kind("a name in quotation marks, or a list of them", .either([.text, .list(of: .text)])) {
    value in
    switch value {
    case .text(let name): return [name]
    case .list(let values) where !values.isEmpty:
      let names = values.compactMap { if case .text(let name) = $0 { name } else { nil } }
      return names.count == values.count ? names : nil
    default: return nil
    }
  }
}

extension Builtin {
  static let loadWeights = Builtin(
    "load_weights", "Gives a network the weights in a safetensors file, whoever wrote it.",
    Parameter("network", .network, "the network; its weights are changed"),
    Parameter("path", .file([".safetensors"]), "the file's name, which ends in .safetensors"),
    documentation: Documentation(
      notes:
        "Arrays are taken layer by layer in the order of their names; the last part of a name says what an array is. A "
        + "kernel has a row for each input, as in Keras, a weight a row for each unit, as in PyTorch. Batch normalization "
        + "has gamma or weight, beta or bias, moving_mean or running_mean, moving_variance or running_var. Numbers may have "
        + "64, 32 or 16 bits. What an optimizer remembers is forgotten; rewind still leads back to the initial weights.",
      examples: [
        Example(
          """
          a = sequential(input(2), dense(1), seed=1); save a "a.safetensors" as=torch; \
          b = sequential(input(2), dense(1), seed=2); load_weights b "a.safetensors"; weights(b) == weights(a)
          """,
          gives: """
            sequential: 2 → 1 linear, 3 parameters
            saved a network to a.safetensors ([..] bytes)
            sequential: 2 → 1 linear, 3 parameters
            sequential: 2 → 1 linear, 3 parameters
            [[true],
             [true]]
            """)
      ],
      seeAlso: ["load", "save", "set_weights"],
      aliases: ["load_state_dict", "load_file"])
  ) { (session: inout Session, network, path) throws(Failure) in
    let path = try FilePath(path)
    guard try FileFormats.format(of: path, forReading: true) is SafetensorsFormat else {
      throw Failure(.file, "weights are read from files that end in .safetensors")
    }
    let file = try FileReader(path, for: session)
    let tensors = try SafetensorsFormat.tensors(of: file)
    do throws(Failure) {
      session.networks.replaceWeights(of: network, by: try network.architecture.weights(from: tensors))
    } catch {
      throw file.named(error)
    }
    return .object(network)
  }
}
