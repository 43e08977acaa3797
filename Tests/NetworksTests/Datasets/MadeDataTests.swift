import Networks
import Probability
import TestSupport
import Testing
import Vocabulary

/// Made data against the lines of NumPy that their help gives.
@Suite struct MadeDataTests {
  @Test func `the help gives the lines that made the references`() throws {
    let lines = try References.text("datasets/lines.tsv").split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(lines.map { String($0[0]) } == datasets.names)
    for line in lines {
      let notes = try #require(datasets[String(line[0])]?.signature.documentation.notes)
      #expect(notes.hasSuffix("In NumPy: " + line[1]), "\(line[0])")
    }
  }

  @Test func `the points are NumPy's`() throws {
    let rows = try References.rows("datasets/datasets.csv")
    #expect(Set(rows.map { $0[0] }) == Set(datasets.names))
    var (same, all) = (0, 0)
    for row in rows {
      let (recipe, seed) = try Self.recipe(row[0], row[1])
      var generator = PCG64(seed: seed)
      let data = try recipe.dataset(using: &generator, interruption: Interruption())
      #expect(data.count == recipe.count)
      for (made, wanted) in [(data.features.elements, row[2]), (data.targets.elements, row[3])] {
        let wanted = wanted.split(separator: " ").map { References.double(String($0)) }
        #expect(made.count == wanted.count)
        for (made, wanted) in zip(made, wanted) {
          #expect((made - wanted).magnitude <= 1e-15 * max(1, wanted.magnitude), "\(row[0]) \(row[1])")
          (same, all) = (same + (made == wanted ? 1 : 0), all + 1)
        }
        if data.classes != nil, made.count == data.count, made == data.targets.elements { #expect(made == wanted) }
      }
    }
    // What passes through a sine or cosine may differ in its last place.
    #expect(Double(same) > 0.98 * Double(all), "\(same) of \(all) have the same bits")
  }

  @Test(arguments: [
    "circles", "moons", "blobs", "spirals", "xor", "gaussians", "checkerboard", "sine", "line", "polynomial",
  ])
  func `any number of points can be made and stopped`(_ name: String) throws {
    for count in [1, 2, 3, 5, 1000] {
      let (recipe, _) = try Self.recipe(name, "n=\(count)")
      var generator = PCG64(seed: 1)
      let data = try recipe.dataset(using: &generator, interruption: Interruption())
      #expect(data.count == count)
      #expect(data.features.elements.allSatisfy(\.isFinite) && data.targets.elements.allSatisfy(\.isFinite))
      if data.classes != nil { #expect((0..<count).allSatisfy { data.classNumber(of: $0) != nil }) }
    }
    let interruption = Interruption()
    interruption.request()
    let (recipe, _) = try Self.recipe(name, "n=100")
    var generator = PCG64(seed: 1)
    #expect { try recipe.dataset(using: &generator, interruption: interruption) } throws: {
      ($0 as? Failure)?.kind == .interrupted
    }
  }

  /// From options as `n=50;coefficients=1 2;seed=1`.
  private static func recipe(_ name: String, _ options: String) throws -> (any DatasetRecipe, seed: UInt64) {
    let declaration = try #require(datasets[name])
    var groups: [[Argument]] = declaration.signature.parameters.map { _ in [] }
    var seed: UInt64 = 0
    for option in options.split(separator: ";") {
      let parts = option.split(separator: "=").map(String.init)
      let numbers = parts[1].split(separator: " ").map { Double($0) ?? .nan }
      if parts[0] == "seed" {
        seed = UInt64(numbers[0])
      } else {
        let index = try #require(declaration.signature.parameters.firstIndex { $0.name == parts[0] }, "\(option)")
        groups[index] = [Argument(numbers.count > 1 ? .vector(numbers) : .number(numbers[0]))]
      }
    }
    return (try declaration.make(Arguments(groups, for: declaration.signature)), seed)
  }
}
