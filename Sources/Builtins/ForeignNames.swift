import Vocabulary

/// Words of Python, R and MATLAB and of their libraries that have no single built-in here, and what to write instead.
enum ForeignNames {
  static let all: [ForeignName] = language + numbers + arrays + probability + learning + session

  private static let language: [ForeignName] = [
    ForeignName("import", instead: "nothing needs to be imported"),
    ForeignName("from", instead: "nothing needs to be imported"),
    ForeignName("library", in: .r, instead: "nothing needs to be imported"),
    ForeignName("def", instead: "a function is written", write: "g(x) = x²"),
    ForeignName("function", instead: "a function is written", write: "g(x) = x²"),
    ForeignName("lambda", instead: "give the function a name", write: "g(x) = x²"),
    ForeignName("let", instead: "a name is given with =", write: "a = 3"),
    ForeignName("print", instead: "a value is printed when it is written alone"),
    ForeignName("disp", in: .matlab, instead: "a value is printed when it is written alone"),
    ForeignName("return", instead: "a function is one expression", write: "g(x) = x²"),
    ForeignName("while", instead: "there is no loop: use a comprehension or recursion", write: "[i² for i in 1..n]"),
    ForeignName("True", write: "true"),
    ForeignName("False", write: "false"),
    ForeignName("None", instead: "leave the argument out"),
    ForeignName("str", instead: "a text is written in quotation marks; numbers are not made into text"),
    ForeignName("list", instead: "a list or vector is written", write: "[1, 2, 3]"),
    ForeignName("dict", instead: "there are no dictionaries: give each value a name"),
  ]

  private static let numbers: [ForeignName] = [
    ForeignName("power", write: "x^n"),
    ForeignName("pow", write: "x^n"),
    ForeignName("square", write: "x²"),
    ForeignName("mod", instead: "the remainder of a division", write: "x % n"),
    ForeignName("fmod", instead: "the remainder of a division", write: "x % n"),
    ForeignName("sgn", write: "sign(x)"),
    ForeignName("factorial", write: "prod(1..n)"),
    ForeignName("expit", write: "sigmoid(x)"),
    ForeignName("logit", write: "log(x / (1 - x))"),
    ForeignName("logsumexp", write: "log(sum(exp(v)))"),
  ]

  private static let arrays: [ForeignName] = [
    ForeignName("range", instead: "a range has both ends", write: "1..10"),
    ForeignName("arange", instead: "a range has both ends; linspace goes in other steps", write: "1..10"),
    ForeignName("seq", in: .r, instead: "a range has both ends; linspace goes in other steps", write: "1..10"),
    ForeignName("array", instead: "a vector or matrix is written", write: "[[1, 2], [3, 4]]"),
    ForeignName("tensor", instead: "a vector or matrix is written", write: "[[1, 2], [3, 4]]"),
    ForeignName("full", write: "[x for i in 1..n]"),
    ForeignName("repmat", in: .matlab, write: "[x for i in 1..n]"),
    ForeignName("zeros_like", write: "0 × v"),
    ForeignName("ones_like", write: "0 × v + 1"),
    ForeignName("append", write: "concatenate(v, 4)"),
    ForeignName("concat", write: "concatenate(v, w)"),
    ForeignName("stack", write: "[v, w]"),
    ForeignName("dot", instead: "the product of vectors or matrices", write: "v @ w"),
    ForeignName("matmul", instead: "the product of vectors or matrices", write: "m @ m"),
    ForeignName("T", write: "transpose(m)"),
    ForeignName("nonzero", write: "[i for i in 0..2 if v[i] ≠ 0]"),
    ForeignName("isin", write: "any(v == 2)"),
    ForeignName("tile", write: "flatten([v for i in 1..n])"),
  ]

  private static let probability: [ForeignName] = [
    ForeignName("N", write: "normal"),
    ForeignName("U", write: "uniform"),
    ForeignName("E", write: "mean"),
    ForeignName("Var", write: "var"),
    ForeignName("random", write: "sample uniform(0, 1)"),
    ForeignName("runif", in: .r, write: "sample uniform(0, 1) n"),
    ForeignName("rnorm", in: .r, write: "sample normal(0, 1) n"),
    ForeignName("dnorm", in: .r, write: "pdf(normal(0, 1), x)"),
    ForeignName("pnorm", in: .r, write: "cdf(normal(0, 1), x)"),
    ForeignName("qnorm", in: .r, write: "quantile(normal(0, 1), 0.975)"),
    ForeignName("mad", write: "median(|v - median(v)|)"),
    ForeignName("nanmean", write: "mean([a for a in v if a == a])"),
  ]

  private static let learning: [ForeignName] = [
    ForeignName("σ", write: "sigmoid"),
    ForeignName("he", write: "he_normal"),
    ForeignName("kaiming", write: "he_normal"),
    ForeignName("xavier", write: "glorot_uniform"),
    ForeignName("glorot", write: "glorot_uniform"),
    ForeignName("lecun", write: "lecun_normal"),
    ForeignName("EarlyStopping", write: "train net data patience=5"),
    ForeignName("StepLR", write: "step_decay(0.1, 1000)"),
    ForeignName("CosineAnnealingLR", write: "cosine_decay(0.1, 100)"),
    ForeignName("l2", instead: "a penalty on the weights is the optimizer's", write: "sgd(0.1, weight_decay=0.01)"),
    ForeignName("minimize", write: "descend f from=0"),
    ForeignName("curve_fit", instead: "make the error small", write: "descend f from=0"),
    ForeignName("make_classification", write: "blobs(100, centers=3)"),
    ForeignName("normalize", write: "standardize(data)"),
    ForeignName("MinMaxScaler", write: "(v - min(v)) / (max(v) - min(v))"),
    ForeignName("plot_decision_regions", write: "boundary net data"),
    ForeignName("history", instead: "training yields it", write: "h = train(net, data)"),
  ]

  private static let session: [ForeignName] = [
    ForeignName("savefig", instead: "save the figure: save plot(v) \"figure.svg\""),
    ForeignName("contour", write: "plot(m)"),
    ForeignName("heatmap", write: "plot(m)"),
    ForeignName("who", in: .matlab, write: "vars"),
    ForeignName("ls", write: "vars"),
    ForeignName("quit", instead: "Ctrl-D leaves"),
    ForeignName("exit", instead: "Ctrl-D leaves"),
  ]
}
