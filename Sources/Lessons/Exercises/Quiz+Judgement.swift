extension Quiz {
  /// Judges the options that were chosen: they must be those that are right, all of them and no other.
  public func judgement(of letters: [String]) -> Judgement {
    if isKept { return Judgement(.undecided) }
    let chosen = options.map(\.letter).filter { letters.contains($0) }
    if let wrong = chosen.first(where: { !answers.contains($0) }) {
      return Judgement(.wrong(messages.first { $0.letter == wrong }?.text ?? "\(wrong)) is not right"))
    }
    return Judgement(answers.allSatisfy { chosen.contains($0) } ? .right : .wrong("something is still to be chosen"))
  }
}
