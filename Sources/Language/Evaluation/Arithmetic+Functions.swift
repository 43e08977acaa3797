import ElementaryFunctions
import Vocabulary

/// The operators as functions of two numbers that the compiler can put into loops.
extension Arithmetic {
  struct Sum: Elementwise.Function {
    var operation: Kernels.Operation? { .add }
    func callAsFunction(_ a: Double, _ b: Double) -> Double { a + b }
  }

  struct Difference: Elementwise.Function {
    var operation: Kernels.Operation? { .subtract }
    func callAsFunction(_ a: Double, _ b: Double) -> Double { a - b }
  }

  struct Product: Elementwise.Function {
    var operation: Kernels.Operation? { .multiply }
    func callAsFunction(_ a: Double, _ b: Double) -> Double { a * b }
  }

  struct Quotient: Elementwise.Function {
    var operation: Kernels.Operation? { .divide }
    func callAsFunction(_ a: Double, _ b: Double) -> Double { a / b }
  }

  struct Power: Elementwise.Function {
    func callAsFunction(_ a: Double, _ b: Double) -> Double { power(a, b) }
  }

  struct Less: Elementwise.Function {
    func callAsFunction(_ a: Double, _ b: Double) -> Bool { a < b }
  }

  struct LessOrEqual: Elementwise.Function {
    func callAsFunction(_ a: Double, _ b: Double) -> Bool { a <= b }
  }

  struct Greater: Elementwise.Function {
    func callAsFunction(_ a: Double, _ b: Double) -> Bool { a > b }
  }

  struct GreaterOrEqual: Elementwise.Function {
    func callAsFunction(_ a: Double, _ b: Double) -> Bool { a >= b }
  }

  struct Equal: Elementwise.Function {
    func callAsFunction(_ a: Double, _ b: Double) -> Bool { a == b }
  }

  struct NotEqual: Elementwise.Function {
    func callAsFunction(_ a: Double, _ b: Double) -> Bool { a != b }
  }

  /// Of numbers that count truths.
  struct And: Elementwise.Function {
    func callAsFunction(_ a: Double, _ b: Double) -> Bool { a != 0 && b != 0 }
  }

  /// The same.
  struct Or: Elementwise.Function {
    func callAsFunction(_ a: Double, _ b: Double) -> Bool { a != 0 || b != 0 }
  }
}
