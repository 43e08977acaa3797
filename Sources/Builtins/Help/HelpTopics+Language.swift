import Vocabulary
import Workbench

extension HelpTopic {
  static let aboutTheLanguage: [HelpTopic] = [
    HelpTopic(
      "names",
      also: ["name", "variable", "variables", "assign", "assignment", "binding", "let", "constants", "command"],
      "names for values, and lines that are commands",
      "name = value gives a name and prints the value; ; at the end keeps it from printing. A name may be given again; names "
        + "of built-ins and constants may not.",
      "At the start of a line a built-in may be written as a command, without brackets, its arguments separated by spaces or "
        + "commas; anywhere else it is called: f(x).",
      examples: [
        Example("a, b = [1, 2]; a + b", gives: "[1, 2]\n3"),
        Example("sample normal(0, 1) 2 seed=42", gives: "[0.304717, -1.03998]"),
        Example("mean(sample(normal(0, 1), 2, seed=42))", gives: "-0.367634"),
      ], seeAlso: ["vars", "clear", "functions"]),
    HelpTopic(
      "precedence", also: ["order", "operators", "operator", "priority", "2x", "10^2x", "implicit"],
      "which operator comes first",
      "From the tightest: f(x) v[i] f′, powers, the sign - and √, then × / % @, then + -, then .. , comparisons, not, and, or, "
        + "if. Powers are read from the right, all others from the left.",
      "A number glued to a name or a bracketed name, as in 2x or 3π, is one factor and binds tighter than / and than ^: 1/2x is "
        + "1/(2x), 10^2x is 10^(2x). Write 1/2 × x for the half of x.",
      examples: [
        Example("-2²", gives: "-4"), Example("2^3^2", gives: "512"),
        Example("x = 3; 1/2x; 1/2 × x; 10^2x", gives: "3\n0.166667\n1.5\n1000000"),
        Example("not 1 > 2 and 2 > 1", gives: "true"),
      ], seeAlso: ["^", "×", "names"]),
    HelpTopic(
      "lists",
      also: ["list", "vector", "array", "arrays", "range", "ranges", "sequence", "element", "elements", "append"],
      "vectors and lists: made, joined, calculated with",
      "[1, 2, 3] is a vector; a list may also hold texts, functions and networks. 1..5 is a range with both ends, linspace "
        + "goes in even steps, a comprehension computes each element. Arithmetic and functions go element by element.",
      "Elements are not changed in place; make a new vector instead.",
      examples: [
        Example("v = [1, 2, 3]; 2v + 1", gives: "[1, 2, 3]\n[3, 5, 7]"),
        Example("[n² for n in 1..4]", gives: "[1, 4, 9, 16]"),
        Example("concatenate([1, 2], [9])", gives: "[1, 2, 9]"),
        Example("linspace(0, 1, 5)", gives: "[0, 0.25, 0.5, 0.75, 1]"),
      ], seeAlso: ["indices", "loops", "matrices", "vectors"]),
    HelpTopic(
      "indices", also: ["index", "indexing", "slice", "slices", "slicing", "subscript", "subscripts"],
      "elements and parts, counted from 0",
      "v[0] is the first element, v[-1] the last; v[1:3] goes from place 1 up to, and without, place 3. m[1, 0] is row 1, "
        + "column 0; : alone is all of a side. v[v > 2] picks the elements that meet a condition, v[[0, 2]] those at "
        + "several places; m[rows, columns] likewise.",
      examples: [
        Example("v = [3, 1, 4, 1, 5]; v[0]; v[-1]; v[1:3]", gives: "[3, 1, 4, 1, 5]\n3\n5\n[1, 4]"),
        Example("v = [3, 1, 4, 1, 5]; v[v > 2]; v[[0, -1]]", gives: "[3, 1, 4, 1, 5]\n[3, 4, 5]\n[3, 5]"),
        Example("m = [[1, 2, 3], [4, 5, 6]]; m[:, 0]", gives: "[[1, 2, 3],\n [4, 5, 6]]\n[1, 4]"),
      ], seeAlso: ["lists", "matrices", "argmax"]),
    HelpTopic(
      "rows and columns",
      also: ["matrices", "matrix", "rows", "row", "columns", "column", "table", "broadcasting", "axis"],
      "matrices, and what goes along their sides",
      "A matrix is written row by row. @ multiplies matrices, × element by element, and a vector meets each row. axis=0 goes "
        + "down the columns, axis=1 along the rows.",
      examples: [
        Example("m = [[1, 2], [3, 4]]; m @ m", gives: "[[1, 2],\n [3, 4]]\n[[ 7, 10],\n [15, 22]]"),
        Example("[[1, 2], [3, 4]] × [10, 100]", gives: "[[10, 200],\n [30, 400]]"),
        Example("mean([[1, 2], [3, 4]], axis=0)", gives: "[2, 3]"),
      ], seeAlso: ["shape", "transpose", "indices"]),
    HelpTopic(
      "conditions", also: ["condition", "boolean", "bool", "truth", "compare", "choose", "elif", "?", "&&", "||", "!"],
      "true and false, and choosing by them",
      "Comparisons yield true or false and can be chained; and, or, not join them. if … then … else … chooses one of two "
        + "values and always has an else, which may stand on a line of its own. A comparison of vectors is a vector of "
        + "truths, which count as 1 and 0: sum(v > 0) counts, any and all make one condition of them, where chooses element "
        + "by element.",
      examples: [
        Example("x = 3; if x > 2 then \"large\" else \"small\"", gives: "3\n\"large\""),
        Example("0 < 3 ≤ 3", gives: "true"),
        Example("v = [1, -2, 3]; v > 0; if all(v > 0) then 1 else 0", gives: "[1, -2, 3]\n[true, false, true]\n0"),
        Example("where([1, -2, 3] > 0, 1, 0)", gives: "[1, 0, 1]"),
      ], seeAlso: ["if", "<", "where", "any", "all"]),
    HelpTopic(
      "loops", also: ["loop", "while", "repeat", "iterate", "iteration", "comprehension", "each"],
      "doing something for each of many values",
      "[f(n) for n in 1..10] computes an element for each n, if … at its end picks some; a second for runs inside the first. "
        + "iterate(f, start, n) applies f n times to its own result, fold takes in one element after the other. What goes on "
        + "until something holds is a function that calls itself.",
      examples: [
        Example("[n² for n in 1..6 if n % 2 == 0]", gives: "[4, 16, 36]"),
        Example("sum([1/n² for n in 1..1000])", gives: "1.64393"),
        Example("iterate(x -> x / 2, 1, 4)", gives: "[1, 0.5, 0.25, 0.125, 0.0625]"),
        Example("fold((largest, x) -> max(largest, x), [3, 1, 4], 0)", gives: "4"),
        Example(
          "halvings(x) = if x < 1 then 0 else 1 + halvings(x / 2); halvings(100)",
          gives: "halvings(x) = if x < 1 then 0 else 1 + halvings(x / 2)\n7"),
      ], seeAlso: ["for", "map", "iterate", "fold", "recursion"]),
    HelpTopic(
      "functions", also: ["function", "define", "definition", "lambda", "->", "=>", "↦", "argument", "arguments"],
      "functions of your own",
      "f(x) = … defines a function of any number of arguments, the last of which may have defaults; it may call itself, and be "
        + "handed to plot, map, descend and gradient. f′ is its exact derivative. Steps stand in brackets, and names given "
        + "there are its own. x -> … is a function without a name.",
      examples: [
        Example("f(x, k=1) = x² + k; f(3); f(3, k=5)", gives: "f(x, k=1) = x² + k\n10\n14"),
        Example("g(x) = x³; g′(2); g″(2)", gives: "g(x) = x³\n12\n12"),
        Example("h(x) = (y = x + 1; y² - y); h(2)", gives: "h(x) = (y = x + 1; y² - y)\n6"),
        Example("map(x -> x² + 1, 1..3)", gives: "[2, 5, 10]"),
      ], seeAlso: ["′", "map", "recursion", "plot"]),
    HelpTopic(
      "recursion", also: ["recursive", "depth", "stack", "nested"],
      "functions that call themselves, and how deep",
      "A function may call itself. Calls and expressions may stand inside each other 10000 deep, which is some 2000 calls of a "
        + "short function; then gradus says so and stops. iterate and fold go on as long as is wanted. Ctrl-C stops what "
        + "takes too long.",
      examples: [
        Example(
          "fib(n) = if n < 2 then n else fib(n - 1) + fib(n - 2); [fib(n) for n in 1..10]",
          gives: "fib(n) = if n < 2 then n else fib(n - 1) + fib(n - 2)\n[1, 1, 2, 3, 5, 8, 13, 21, 34, 55]")
      ], seeAlso: ["functions", "loops", "iterate", "fold"]),
    HelpTopic(
      "texts", also: ["text", "string", "strings", "quote", "quotes", "quotation", "\"", "character"],
      "texts in quotation marks",
      "\"…\" and '…' are texts: file names, titles, labels. + joins them, text makes one of any value. Some arguments, such as "
        + "notation=e, take a bare word too.",
      examples: [
        Example("if 2 > 1 then \"yes\" else \"no\"", gives: "\"yes\""),
        Example("\"π is about \" + text(π, digits=3)", gives: "\"π is about 3.14\""),
      ], seeAlso: ["text", "table", "saving and loading", "printing"]),
    HelpTopic(
      "missing values", also: ["missing", "nan", "NA", "null", "None", "impute", "imputation"],
      "numbers that are not there: nan",
      "nan is what 0/0 yields and what an empty cell of a file is. It goes through every calculation and equals nothing, not "
        + "even itself; is_nan asks for it. load has missing= for the empty cells of files.",
      examples: [
        Example("mean([1, nan, 3])", gives: "nan"),
        Example("v = [1, nan, 3]; mean(v[is_finite(v)])", gives: "[1, nan, 3]\n2"),
        Example("v = [1, nan, 3]; where(is_nan(v), 0, v)", gives: "[1, nan, 3]\n[1, 0, 3]"),
      ], seeAlso: ["is_nan", "is_finite", "where", "load"]),
  ]
}
