import Vocabulary

/// Words of Python and its libraries that have no single built-in here, and what to write instead.
enum ForeignNames {
  static let all: [ForeignName] = [
    ForeignName("import", instead: "nothing needs to be imported"),
    ForeignName("from", instead: "nothing needs to be imported"),
    ForeignName("def", instead: "a function is written f(x) = …"),
    ForeignName("lambda", instead: "give the function a name: f(x) = …"),
    ForeignName("print", instead: "a value is printed when it is written alone"),
    ForeignName("return", instead: "a function is one expression: f(x) = …"),
    ForeignName("range", instead: "a range is written 1..10, both ends included"),
    ForeignName("arange", instead: "a range is written 1..10; linspace(0, 1, 5) goes in other steps"),
    ForeignName("array", instead: "a vector is written [1, 2, 3], a matrix [[1, 2], [3, 4]]"),
    ForeignName("tensor", instead: "a vector is written [1, 2, 3], a matrix [[1, 2], [3, 4]]"),
    ForeignName("dot", instead: "the product of vectors or matrices is a @ b"),
    ForeignName("matmul", instead: "the product of vectors or matrices is a @ b"),
    ForeignName("power", instead: "a power is written x^n or x²"),
    ForeignName("T", instead: "transpose(m)"),
    ForeignName("factorial", instead: "prod(1..n)"),
    ForeignName("True", instead: "true"),
    ForeignName("False", instead: "false"),
    ForeignName("None", instead: "leave the argument out"),
    ForeignName("SGD", instead: "here: sgd(learning_rate=0.01, momentum=0)"),
    ForeignName("Adam", instead: "here: adam(learning_rate=0.001)"),
    ForeignName("AdamW", instead: "here: adamw(learning_rate=0.001)"),
    ForeignName("RMSprop", instead: "here: rmsprop(learning_rate=0.001)"),
    ForeignName("Adagrad", instead: "here: adagrad(learning_rate=0.001)"),
    ForeignName("BCELoss", instead: "here: binary_crossentropy"),
    ForeignName("CrossEntropyLoss", instead: "here: categorical_crossentropy, behind softmax"),
    ForeignName(
      "sparse_categorical_crossentropy", instead: "here: categorical_crossentropy; classes are numbers or one_hot"),
    ForeignName("L1Loss", instead: "here: mae"),
    ForeignName("LeakyReLU", instead: "here: leaky_relu"),
    ForeignName("quit", instead: "Ctrl-D leaves"),
    ForeignName("exit", instead: "Ctrl-D leaves"),
  ]
}
