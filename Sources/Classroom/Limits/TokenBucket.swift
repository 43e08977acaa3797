/// How often something may happen: so many times at once, and so many a second in the long run.
public struct TokenBucket: Sendable {
  /// Tokens a second.
  public let rate: Double
  /// Tokens that a full bucket has.
  public let burst: Double
  private var tokens: Double
  private var last: Duration

  /// - Parameter now: the time since any fixed moment, by a clock that never goes back.
  public init(rate: Double, burst: Double, now: Duration) {
    self.rate = rate
    self.burst = burst
    tokens = burst
    last = now
  }

  /// Takes a token where there is one; else says how long it takes until there is.
  public mutating func take(now: Duration) -> Duration? {
    tokens = min(burst, tokens + max(0, (now - last) / .seconds(1)) * rate)
    last = max(last, now)
    if tokens >= 1 {
      tokens -= 1
      return nil
    }
    return .seconds((1 - tokens) / rate)
  }

  /// Whether nobody has taken anything for so long that a new bucket would be the same.
  public func isFull(now: Duration) -> Bool { tokens + max(0, (now - last) / .seconds(1)) * rate >= burst }
}

/// Keeps people from trying codes and links until one fits.
///
/// Wrong ones are counted for the whole server and not for an address: a school is one address, and a class that mistypes is no
/// attack.
public struct WrongSecrets: Sendable {
  private var bucket: TokenBucket
  /// How long an answer waits once there were too many.
  public static let delay = Duration.seconds(2)

  /// - Parameter perMinute: wrong ones that cost nothing.
  public init(perMinute: Double = 20, now: Duration) {
    bucket = TokenBucket(rate: perMinute / 60, burst: perMinute, now: now)
  }

  /// Notes a wrong one; how long its answer is to wait.
  public mutating func note(now: Duration) -> Duration { bucket.take(now: now) == nil ? .zero : Self.delay }
}
