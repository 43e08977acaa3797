import Vocabulary

/// A program under construction.
///
/// While a unit is built, its constants have the registers -1, -2 and so on; `finish` moves them behind the others.
struct NumericBuilder {
  typealias Instruction = NumericProgram.Instruction

  /// Where a value stands, and whether it is a truth.
  struct Operand {
    let register: Int32
    var isTruth = false
    /// Whether it stands for many numbers.
    var isArray = false
  }

  /// What a place in the frame stands for.
  enum Local {
    case operand(Operand)
    case value(Value)
  }

  /// The unit that is being built.
  struct Open {
    var unit = NumericProgram.Unit()
    var locals: [Local] = []
    var temporaries: Int32 = 0
    /// Steps not yet counted.
    var steps = 0
    /// The learner's vectors that are parameters.
    var arrays: [String: Operand] = [:]
    /// How many operators and functions work on arrays.
    var arraySteps = 0
    /// Functions whose bodies are being put in.
    var inside: [ObjectIdentifier] = []
  }

  /// Programs are for what is run again and again, not for pages of formulas.
  static let mostInstructions = 4096

  var program = NumericProgram()
  var open = Open()
  private(set) var size = 0
  /// The units of functions that call themselves.
  var unitOfFunction: [ObjectIdentifier: Int] = [:]
  /// Whether the program is to carry derivatives; the formulas in it do not.
  var isDifferentiated: Bool
  /// Whether the program runs without the evaluator, which else does what has no program of its own, and counts its steps.
  var isOnItsOwn = false
  private var functionOfBuiltin: [Key: Int] = [:]

  private struct Key: Hashable {
    let builtin: Int
    let isDifferentiated: Bool
  }

  init(isDifferentiated: Bool, parameterCount: Int) {
    self.isDifferentiated = isDifferentiated
    program.units = [NumericProgram.Unit()]
    open.unit.parameterCount = parameterCount
  }

  /// The place of a built-in in the program's table, nil where it is not there yet.
  func place(ofBuiltin number: Int) -> Int? {
    functionOfBuiltin[Key(builtin: number, isDifferentiated: isDifferentiated)]
  }

  mutating func add(builtin number: Int, _ function: NumericFunction) -> Int {
    program.functions.append(NumericProgram.Callee(function: function, slopes: .none))
    functionOfBuiltin[Key(builtin: number, isDifferentiated: isDifferentiated)] = program.functions.count - 1
    return program.functions.count - 1
  }

  mutating func emit(
    _ operation: Instruction.Operation, _ target: Int32 = 0, _ left: Int32 = 0, _ right: Int32 = 0, index: Int = 0
  ) {
    size += 1
    open.unit.code.append(
      Instruction(
        operation: operation, target: target, left: left, right: right, index: Int32(truncatingIfNeeded: index)))
  }

  mutating func temporary() -> Int32 {
    open.temporaries += 1
    return Int32(open.unit.parameterCount) + open.temporaries - 1
  }

  mutating func constant(_ number: Double) -> Int32 {
    if let known = open.unit.constants.firstIndex(where: { $0.bitPattern == number.bitPattern }) {
      return -1 - Int32(known)
    }
    open.unit.constants.append(number)
    return -Int32(open.unit.constants.count)
  }

  mutating func countSteps() {
    if open.steps > 0 { emit(.count, index: open.steps) }
    open.steps = 0
  }

  /// A jump whose end is not known yet.
  mutating func jump(_ operation: Instruction.Operation, _ register: Int32 = 0) -> Int {
    emit(operation, 0, register)
    return open.unit.code.count - 1
  }

  /// Lets a jump lead here.
  mutating func land(_ jump: Int) {
    open.unit.code[jump].index = Int32(open.unit.code.count)
  }

  /// The unit with its result.
  mutating func finish(_ result: Operand) -> NumericProgram.Unit {
    countSteps()
    var unit = open.unit
    let first = Int32(unit.parameterCount) + open.temporaries
    func moved(_ register: Int32) -> Int32 { register < 0 ? first - 1 - register : register }
    for index in unit.code.indices {
      unit.code[index].target = moved(unit.code[index].target)
      unit.code[index].left = moved(unit.code[index].left)
      unit.code[index].right = moved(unit.code[index].right)
    }
    unit.result = moved(result.register)
    unit.yieldsTruth = result.isTruth
    unit.registerCount = Int(first) + unit.constants.count
    return unit
  }
}
