import Probability
import Testing
import Vocabulary

/// Fans, arguments and descriptions of initializers.
@Suite struct InitializerTests {
  @Test func `fans from shapes`() {
    #expect(fans([250, 100]) == [250, 100])
    #expect(fans([3, 3, 16, 32]) == [144, 288])
    #expect(fans([5, 8, 4]) == [40, 20])
    #expect(fans([7]) == [7, 7])
    #expect(fans([]) == nil)
    #expect(fans([1 << 40, 1 << 40, 2, 2]) == nil)
    #expect(fans([1 << 40, 1 << 40, 2]) == nil)
  }

  @Test func `an initializer is given as itself, by name or as a distribution`() throws {
    let kind = Kind<any Initializer>.initializer
    #expect(try kind.read(.text("he_normal"))?.name == "he_normal")
    #expect(try kind.read(.object(try #require(initializers["zeros"]).makeDefault()))?.name == "zeros")
    let fixed = try #require(try kind.read(.object(RandomVariable(Normal(mean: 0, stddev: 3)))))
    #expect(try fixed.distribution(fanIn: 5, fanOut: 7).standardDeviation == 3)
    #expect(try kind.read(.text("no_such_rule")) == nil)
    #expect(try kind.read(.number(0)) == nil)
  }

  @Test func `descriptions say all that is known`() throws {
    for declaration in initializers.declarations {
      let initializer = try declaration.makeDefault()
      let text = InitializerDescription(of: initializer).display.printed().text
      #expect(initializer.name == declaration.name)
      #expect(text.hasPrefix(initializer.display.printed().text))
      for part in [initializer.profile.suits, initializer.profile.keras, initializer.profile.torch] {
        #expect(!part.isEmpty)
        #expect(text.contains(part))
      }
    }
  }

  private func fans(_ shape: [Int]) -> [Int]? { Fans(shape: shape).map { [$0.fanIn, $0.fanOut] } }
}
