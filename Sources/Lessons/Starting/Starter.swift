import Platform
import Vocabulary

/// The beginning of a lesson, with one of everything that a lesson can have.
public struct Starter: Sendable {
  /// The file's name, which ends in `.md`.
  public let fileName: String
  /// The file's content.
  public let markdown: String

  /// Takes a name such as `weight decay`, which becomes the title `Weight decay` and the file `weight-decay.md`.
  ///
  /// Throws where no file can be called so.
  public init(name: String) throws(Failure) {
    let bare = name.lowercased().hasSuffix(".md") ? String(name.dropLast(3)) : name
    let words = bare.split { $0 == "-" || $0 == "_" || $0.isWhitespace }
    guard !words.isEmpty else { throw Failure(.document, "the lesson needs a name") }
    if bare.contains("/") {
      throw Failure(.document, "a lesson's name has no '/'", hint: "name the folder with --output FOLDER")
    }
    let isPlain = words.joined().unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789.'".contains(Character($0))
    }
    guard isPlain, !bare.hasPrefix(".") else {
      throw Failure(.document, "a lesson's name is made of letters, digits, spaces and hyphens")
    }
    let title = words.joined(separator: " ")
    fileName = words.joined(separator: "-").lowercased() + ".md"
    markdown = Self.text(title: title.prefix(1).uppercased() + title.dropFirst())
  }

  /// Writes the file into a folder; throws where that is none, or has such a file already.
  ///
  /// - Returns: the file's path.
  public func write(to folder: String?) throws(Failure) -> String {
    if let folder, FileKind(of: folder) != .folder {
      throw Failure(.document, "there is no folder '\(folder)'")
    }
    let path = folder.map { $0.hasSuffix("/") ? $0 + fileName : $0 + "/" + fileName } ?? fileName
    let file: OpenFile
    do {
      file = try OpenFile(writing: path, O_EXCL)
    } catch {
      if error.code == EEXIST {
        throw Failure(.document, "there is a file '\(path)' already", hint: "take another name")
      }
      throw Self.unwritable(path, error)
    }
    do {
      try file.write(markdown)
    } catch {
      unlink(path)
      throw Self.unwritable(path, error)
    }
    return path
  }

  private static func unwritable(_ path: String, _ error: SystemError) -> Failure {
    Failure(.document, "'\(path)' cannot be written: \(error.text)")
  }
}

extension Starter {
  static func text(title: String) -> String {
    """
    # \(title)

    <!-- Comments like this one explain the parts of a lesson; readers do not see them. Delete them when you know them. -->

    What is this lesson about, and what will the reader be able to do at its end? One or two sentences.

    <!-- A block of commands, each with what it prints. gradus check runs them and compares: a number holds when its value rounds
    to the digits written, 0.31 ±0.02 allows more, a line of ... stands for any lines and [..] for any text in a line. -->

    ```gradus
    > coin = bernoulli(0.3)
    bernoulli(p=0.3)
    > mean(coin)
    0.3
    ```

    Ask the reader to think first:

    <!-- Here gradus learn asks what the commands of such a block print before it shows it. -->

    ```gradus predict
    > var(coin)
    0.21
    ```

    <!-- note: Let everybody write a number down first. Only slides show such notes, made by gradus export --slides, at the key n. -->

    ## Your turn

    The standard deviation is the root of the variance. Find that of the coin:

    <!-- An exercise: ____ is the blank that the learner fills in, sd is the name by which all that follows belongs to it. -->

    ```gradus exercise=sd points=2
    > s = ____
    ```

    <!-- What must hold after an answer, and what to say of wrong ones. gradus check proves that the solution below passes, that the
    blank does not, and that each wrong answer gets its message. -->

    <!-- gradus check=sd
    s = 0.458 ±0.001
    wrong 0.21 "That is the variance: take its root."
    -->

    <!-- gradus hint=sd
    `√x` is the root of x; type `sqrt(x)` if your keyboard has no √.
    -->

    <details><summary>Solution</summary>

    ```gradus solution=sd
    > s = √var(coin)
    ```

    </details>

    <!-- The lesson goes on from the solution. In a copy made by gradus release this block waits until the exercise is done. -->

    ```gradus
    > s² == var(coin)
    true
    ```

    ## What have you learned?

    A coin that is fair, compared with this one, has a variance that is

    - a) smaller
    - b) larger

    <!-- A quiz: the letters of what is right, and what to say of the rest. -->

    <!-- gradus quiz=fair answer=b points=1
    a "The variance p(1 - p) is largest at p = 1/2."
    -->

    """
  }
}
