import Vocabulary

extension Distribution {
  /// The distribution of the sum with an independent draw from another distribution, by name; nil where there is no
  /// closed form.
  func closedSum(with other: any Distribution) throws(Failure) -> (any Distribution)? {
    if let sum = try marginal.adding(other.marginal) { return sum }
    return try other.marginal.adding(marginal)
  }

  /// The distribution of the sum with an independent draw from another distribution, by name where there is one.
  public func sum(with other: any Distribution) throws(Failure) -> any Distribution {
    if let sum = try closedSum(with: other) { return sum }
    return try IndependentSum.of(IndependentSum.terms(of: marginal) + IndependentSum.terms(of: other.marginal))
  }

  /// The distribution of the sum of n independent draws, by name where there is one.
  ///
  /// n must be at least 1.
  public func sum(ofDraws n: Int) throws(Failure) -> any Distribution {
    if n == 1 { return marginal }
    if let sum = try marginal.sumOfIndependent(n) { return sum }
    var terms: [IndependentSum.Term] = []
    for term in IndependentSum.terms(of: marginal) {
      let (count, overflows) = term.count.multipliedReportingOverflow(by: n)
      guard !overflows else { throw Failure(.argument, "so many draws cannot be added") }
      let closed = try term.distribution.sumOfIndependent(count)
      terms.append(IndependentSum.Term(distribution: closed ?? term.distribution, count: closed == nil ? count : 1))
    }
    return try IndependentSum.of(terms)
  }
}
