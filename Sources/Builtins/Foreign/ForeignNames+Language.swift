import Vocabulary

extension ForeignNames {
  static let language: [ForeignName] = [
    same("import from", "nothing needs to be imported, functions stand alone", write: "sqrt(2)"),
    same("library require", in: .r, "nothing needs to be imported, functions stand alone", write: "sqrt(2)"),
    same("def function", "a function is written", write: "g(x) = x²"),
    same("lambda", "a function without a name is written", write: "x -> x²"),
    same("return", "a function is one expression", write: "g(x) = x²"),
    same("let const", "a name is given with =", write: "a = 3"),
    same("disp", in: .matlab, "a value is printed when it is written alone", write: "x"),
    same("print fprintf", "a value is printed when it is written alone", write: "x"),
    same("while", "again and again on its own result", write: "iterate(x -> x / 2, 1, 5)"),
    same("forEach enumerate zip", "a comprehension goes through the places", write: "[v[i] × w[i] for i in 0..2]"),
    same("sapply lapply Map apply_along_axis", "functions go element by element", write: "map(f, v)"),
    same("filter Filter", "a condition picks", write: "v[v > 1]"),
    same("reduce Reduce", "one value from all elements", write: "fold((s, x) -> s + x, v, 0)"),
    same("True", write: "true"), same("False", write: "false"),
    same("ifelse", in: .r, "element by element", write: "where(v > 1, 1, 0)"),
    same("logical_and logical_or", "and, or and not join conditions", write: "x > 0 and x < 1"),
    same("logical_not logical_xor", "and, or and not join conditions", write: "not x > 0"),
    same("list c tuple", "a list or vector is written", write: "[1, 2, 3]"),
    same("int", "the whole part is", write: "trunc(x)"),
    same("paste nchar substr", "a text is written in quotation marks", write: "\"text\""),
    [ForeignName("None", instead: "leave the argument out", write: "linspace(0, 1)")],
    none("dict", "give each value a name", write: "a = 3"),
    none("class", "values are numbers, lists, functions and what built-ins make", write: "g(x) = x²"),
    none(
      "type isinstance astype dtype int32", "all numbers are IEEE doubles; describe and vars show what a thing is",
      write: "vars"),
    none("factor levels", in: .r, "classes are whole numbers from 0", write: "one_hot([0, 1, 1])"),
  ].flatMap { $0 }

  static let numbers: [ForeignName] = [
    same("power pow", write: "x^n"), same("square", write: "x²"), same("negative", write: "-x"),
    same("reciprocal", write: "1 / x"), same("add", write: "x + n"), same("subtract", write: "x - n"),
    same("multiply", write: "x × n"), same("divide true_divide", write: "x / n"),
    same("mod fmod remainder rem", "the remainder of a division", write: "x % n"),
    same("floor_divide", write: "floor(x / n)"), same("divmod", write: "[floor(x / n), x % n]"),
    same("sgn", write: "sign(x)"), same("absolute", write: "|x|"),
    same("signif", in: .r, "printing does so", write: "set digits=3"),
    same("factorial", write: "prod(1..n)"),

    same("perm", "2 of n in order", write: "n × (n - 1)"),
    same("expit", write: "sigmoid(x)"), same("logit", write: "log(x / (1 - x))"),
    same("logsumexp", write: "log(sum(exp(v)))"), same("log_softmax logsoftmax", write: "log(softmax(v))"),
    same("degrees rad2deg", write: "x × 180 / π"), same("radians deg2rad", write: "x × π / 180"),
    same("sinc", "NumPy's", write: "sin(π × x) / (π × x)"), same("heaviside", write: "where(v > 0, 1, 0)"),
    same("xlogy", write: "x × log(n)"),
    same("erfinv", write: "quantile(normal(0, √0.5), (x + 1) / 2)"),
    same("relu6 hardtanh", "cut what you have", write: "clip(v, 0, 6)"),
    same("nan_to_num", write: "where(is_nan(v), 0, v)"), same("isinf", write: "|x| == ∞"),
    same("isclose allclose", "say how near", write: "max(|v - w|) < 0.001"), same("array_equal", write: "all(v == w)"),
    same("gcd lcm", "a function of your own does", write: "g(a, b) = if b == 0 then a else g(b, a % b)"),
    none("bitwise_and", "numbers are IEEE doubles", write: "x % 2"),
  ].flatMap { $0 }
}
