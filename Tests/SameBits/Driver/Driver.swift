import CKernels
import CStreams
import ElementaryFunctions

/// Computes every row on this machine and prints what came out, one line a row: `name count digest`.
///
/// The first line of its input names the path of the kernels (`portable`, `avx2`, `avx512`) and perhaps one row, all
/// results of which are printed then. The other lines are arguments from the references: a function's name and the bits of
/// its arguments in hexadecimal.
@main struct Driver {
  static func main() {
    let request = words(of: line() ?? [])
    guard let name = request.first, let path = path(named: name), let table = kernels_of(path) else {
      print("This processor cannot run these kernels.")
      return
    }
    var references: [(name: [UInt8], arguments: ElementaryRow.Arguments)] = []
    while let line = line() {
      let words = words(of: line)
      let numbers = words.dropFirst().map(number)
      guard let first = numbers.first else { continue }
      references.append((words[0], (first, numbers.count > 1 ? numbers[1] : 0, 0)))
    }
    let only = request.count > 1 ? request[1] : nil

    for row in KernelRow.all where only == nil || only == Array(row.name.utf8) {
      report(row.name, isShown: only != nil) { row.compute(table.pointee, &$0) }
    }
    for row in ElementaryRow.all where only == nil || only == Array(row.name.utf8) {
      let known = references.filter { $0.name == Array(row.name.utf8) }.map { $0.arguments }
      report(row.name, isShown: only != nil) { row.compute(&$0, references: known) }
    }
  }

  private static func report(_ name: String, isShown: Bool, _ compute: (inout Journal) -> Void) {
    var journal = isShown ? Journal(show: show) : Journal()
    compute(&journal)
    if !isShown { print(journal.line(name)) }
  }

  private static func show(_ place: (UInt64, UInt64, UInt64), _ result: UInt64) {
    let words = [place.0, place.1, place.2, result].map { Journal.hexadecimal($0) }
    print(words[0] + " " + words[1] + " " + words[2] + " gives " + words[3])
  }

  private static func path(named name: [UInt8]) -> KernelPath? {
    if name == Array("portable".utf8) { return kernel_path_portable }
    if name == Array("avx2".utf8) { return kernel_path_avx2 }
    return name == Array("avx512".utf8) ? kernel_path_avx512 : nil
  }

  private static func line() -> [UInt8]? {
    var bytes: [UInt8] = []
    while true {
      let character = getchar()
      if character < 0 { return bytes.isEmpty ? nil : bytes }
      if character == 10 { return bytes }
      bytes.append(UInt8(truncatingIfNeeded: character))
    }
  }

  private static func words(of line: [UInt8]) -> [[UInt8]] { line.split(separator: 32).map { Array($0) } }

  private static func number(_ hexadecimal: [UInt8]) -> Double {
    Double(bitPattern: hexadecimal.reduce(0) { $0 << 4 | UInt64($1 < 58 ? $1 - 48 : $1 - 87) })
  }
}
