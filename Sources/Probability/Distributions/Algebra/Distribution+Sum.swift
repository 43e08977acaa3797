import Vocabulary

extension Distribution {
  /// The law of the sum with an independent draw from another law, by name; nil where there is no closed form.
  func closedSum(with other: any Distribution) throws(Failure) -> (any Distribution)? {
    if let sum = try law.adding(other.law) { return sum }
    return try other.law.adding(law)
  }

  /// The law of the sum with an independent draw from another law, by name where there is one.
  public func sum(with other: any Distribution) throws(Failure) -> any Distribution {
    if let sum = try closedSum(with: other) { return sum }
    return try IndependentSum.of(IndependentSum.terms(of: law) + IndependentSum.terms(of: other.law))
  }

  /// The law of the sum of n independent draws, by name where there is one.
  ///
  /// n must be at least 1.
  public func sum(ofDraws n: Int) throws(Failure) -> any Distribution {
    if n == 1 { return law }
    if let sum = try law.sumOfIndependent(n) { return sum }
    var terms: [IndependentSum.Term] = []
    for term in IndependentSum.terms(of: law) {
      let (count, overflows) = term.count.multipliedReportingOverflow(by: n)
      guard !overflows else { throw Failure(.argument, "so many draws cannot be added") }
      let closed = try term.law.sumOfIndependent(count)
      terms.append(IndependentSum.Term(law: closed ?? term.law, count: closed == nil ? count : 1))
    }
    return try IndependentSum.of(terms)
  }
}
