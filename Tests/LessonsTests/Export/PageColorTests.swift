import Lessons
import Platform
import Testing

@Suite struct PageColorTests {
  /// WCAG's relative luminance of `#rrggbb`.
  private func luminance(_ color: String) throws -> Double {
    let value = try #require(Int(color.dropFirst(), radix: 16))
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double(value >> shift & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private func contrast(_ first: String, _ second: String) throws -> Double {
    let (one, other) = (try luminance(first), try luminance(second))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  @Test func `the measure is that of WCAG`() throws {
    #expect(abs(try contrast("#000000", "#ffffff") - 21) < 1e-9)
    #expect(abs(try contrast("#777777", "#ffffff") - 4.48) < 0.005)
  }

  @Test(arguments: PageColor.inks)
  func `text can be read on every ground`(_ ink: PageColor) throws {
    for ground in PageColor.grounds {
      #expect(try contrast(ink.light, ground.light) >= 4.5, "\(ink) on \(ground), light")
      #expect(try contrast(ink.dark, ground.dark) >= 4.5, "\(ink) on \(ground), dark")
    }
  }

  @Test func `the mark of focus stands out`() throws {
    for ground in PageColor.grounds {
      #expect(try contrast(PageColor.accent.light, ground.light) >= 3)
      #expect(try contrast(PageColor.accent.dark, ground.dark) >= 3)
    }
  }

  @Test func `every colour is a ground, an ink or a line`() {
    let lines: [PageColor] = [.border, .accent]
    #expect(Set(PageColor.grounds + PageColor.inks + lines).count == PageColor.allCases.count)
  }
}
