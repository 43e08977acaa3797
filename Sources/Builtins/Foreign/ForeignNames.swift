import Vocabulary

/// Words of Python, R and MATLAB and of their libraries that have no single built-in here, and what to write instead.
enum ForeignNames {
  static let all: [ForeignName] =
    language + numbers + arrays + parts + algebra + probability + tests + layers + training + models + session

  /// Words for something that gradus does not have, and what comes nearest.
  static func none(
    _ words: String, in library: ForeignName.Library? = nil, _ instead: String, write code: String? = nil
  )
    -> [ForeignName]
  {
    words.split(separator: " ").map {
      ForeignName(String($0), in: library, instead: "gradus has none; \(instead)", write: code)
    }
  }

  /// Words for which the same is written here.
  static func same(
    _ words: String, in library: ForeignName.Library? = nil, _ instead: String? = nil, write code: String
  )
    -> [ForeignName]
  {
    words.split(separator: " ").map { ForeignName(String($0), in: library, instead: instead, write: code) }
  }
}
