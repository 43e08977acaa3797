import Vocabulary

/// Words of Python and its libraries that have no single built-in here, and what to write instead.
enum Elsewhere {
  static let spellings: [Spelling] = [
    Spelling("import", write: "nothing needs to be imported"),
    Spelling("from", write: "nothing needs to be imported"),
    Spelling("def", write: "a function is written f(x) = …"),
    Spelling("lambda", write: "give the function a name: f(x) = …"),
    Spelling("print", write: "a value is printed when it is written alone"),
    Spelling("return", write: "a function is one expression: f(x) = …"),
    Spelling("range", write: "a range is written 1..10, both ends included"),
    Spelling("arange", write: "a range is written 1..10; linspace(0, 1, 5) goes in other steps"),
    Spelling("array", write: "a vector is written [1, 2, 3], a matrix [[1, 2], [3, 4]]"),
    Spelling("tensor", write: "a vector is written [1, 2, 3], a matrix [[1, 2], [3, 4]]"),
    Spelling("dot", write: "the product of vectors or matrices is a @ b"),
    Spelling("matmul", write: "the product of vectors or matrices is a @ b"),
    Spelling("power", write: "a power is written x^n or x²"),
    Spelling("T", write: "transpose(m)"),
    Spelling("factorial", write: "prod(1..n)"),
    Spelling("True", write: "true"),
    Spelling("False", write: "false"),
    Spelling("None", write: "leave the argument out"),
    Spelling("quit", write: "Ctrl-D leaves"),
    Spelling("exit", write: "Ctrl-D leaves"),
  ]
}
