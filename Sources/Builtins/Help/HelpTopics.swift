import Vocabulary
import Workbench

extension HelpTopic {
  /// The pages about what is no built-in, in the order in which help lists them.
  static let all = aboutStarting + aboutTheLanguage + aboutChance + aboutTheProgram

  static let aboutStarting: [HelpTopic] = [
    HelpTopic(
      "start", also: ["begin", "beginner", "beginners", "tutorial", "introduction", "intro", "examples", "example"],
      "the first lines to type",
      "A line is a formula, a name for a value, or a command with its arguments. What is printed can be typed in again.",
      examples: [
        Example("N = normal(0, 1)", gives: "normal(mean=0, stddev=1)"),
        Example("P(-3 < N < 3)", gives: "0.9973"),
        Example("sample N 3 seed=42", gives: "[0.304717, -1.03998, 0.750451]"),
        Example("f(x) = (x - 3)²; f′(5)", gives: "f(x) = (x - 3)²\n4"),
        Example("data = circles(200, noise=0.05, seed=1)", gives: "circles: 200 points × 2 features, 2 classes"),
        Example(
          "net = sequential(input(2), dense(8, tanh), dense(1, sigmoid), seed=1)",
          gives: "sequential: 2 → 8 tanh → 1 sigmoid, 33 parameters"),
        Example(
          "train net data epochs=50 learning_rate=0.5 batch_size=10 loss=binary_crossentropy seed=1",
          gives: """
              epoch       loss   accuracy
                  1   0.717589       0.46
                  2   0.702753       0.51
                  5   0.702388       0.51
                 10   0.695998      0.455
                 20   0.693896       0.56
                 50   0.526486      0.785
            """),
      ], seeAlso: ["keys", "lessons", "names"]),
    HelpTopic(
      "keys", also: ["key", "keyboard", "shortcuts", "tab", "history", "undo", "editing", "paste", "leave", "learn"],
      "what the keys of the prompt do",
      "Tab completes names, arguments and files, and writes signs: \\sigma Tab is σ, \\^5 Tab is ⁵.",
      "Up and Down go through what was typed, Ctrl-R searches it. Alt-Enter begins a new line, Enter goes on by itself while "
        + "a bracket is open; a blank line or Ctrl-C gives up what is unfinished.",
      "Ctrl-C stops what runs, Ctrl-L clears the screen, Ctrl-_ undoes, Ctrl-D or exit leaves. Copied lines with their > are "
        + "pasted as commands.",
      seeAlso: ["lessons", "start"]),
    HelpTopic(
      "lessons", also: ["lesson", "course", "chapter", "exercise", "exercises", "quiz", "tutor"],
      "fourteen lessons to go through, step by step",
      "In a shell, gradus learn lists them with your progress and gradus learn 1 opens the first. Each runs its commands as "
        + "you press Enter, and whatever you type instead is tried out in a copy.",
      seeAlso: ["start", "keys"]),
  ]
}
