import Vocabulary

extension ForeignNames {
  static let arrays: [ForeignName] = [
    same("range", "a range has both ends", write: "1..10"),
    same("arange seq", "a range has both ends; linspace goes in other steps", write: "1..10"),
    same("array tensor asarray Tensor matrix", "a vector or matrix is written", write: "[[1, 2], [3, 4]]"),
    same("full rep repmat", "a comprehension repeats", write: "[x for i in 1..n]"),
    same("zeros_like", write: "0 × v"), same("ones_like", write: "0 × v + 1"), same("full_like", write: "0 × v + x"),
    same("empty", "a comprehension fills", write: "[0 for i in 1..n]"),
    same("logspace geomspace", write: "10^linspace(-3, 0, 4)"),
    same("meshgrid mgrid", "a comprehension in a comprehension", write: "[[a + b for a in v] for b in w]"),
    same("append insert", write: "concatenate(v, 4)"), same("concat horzcat", write: "concatenate(v, w)"),
    same("stack vertcat", "rows one below the other", write: "[v, w]"),

    same("dstack", "columns side by side", write: "transpose([v, w])"),
    same("tile", write: "flatten([v for i in 1..n])"),
    same("dim ndim", "of a matrix", write: "shape(m)"), same("nrow", in: .r, write: "shape(m)[0]"),
    same("ncol", in: .r, write: "shape(m)[1]"),
    same("isempty", write: "length(v) == 0"),
    same("expand_dims unsqueeze newaxis atleast_2d", "a matrix of one row", write: "[v]"),
    same("squeeze", "an index takes the row out", write: "m[0]"),
    same("broadcast_to", "vectors meet each row", write: "m + [1, 2]"),
    same("swapaxes permute t T", "of a matrix", write: "transpose(m)"),
    same("item", "an index takes the number out", write: "v[0]"),
    same("detach numpy from_numpy asnumpy", "there is one kind of numbers", write: "v"),
    same("pad", write: "concatenate(0, v, 0)"),
  ].flatMap { $0 }

  static let parts: [ForeignName] = [

    same("nonzero argwhere find which", "a comprehension finds the places", write: "[i for i in 0..2 if v[i] ≠ 0]"),
    same("isin in1d", write: "any(v == 2)"), same("searchsorted digitize", write: "sum(v < x)"),

    same("intersect1d", write: "[a for a in v if any(w == a)]"),
    same("setdiff1d", write: "[a for a in v if all(w ≠ a)]"), same("union1d", write: "unique(concatenate(v, w))"),
    same("take extract", "a comprehension picks", write: "[v[i] for i in [0, 2]]"),
    same("delete", "a comprehension leaves out", write: "[v[i] for i in 0..2 if i ≠ 1]"),
    same("head", in: .r, write: "v[:2]"), same("tail", in: .r, write: "v[-2:]"),
    same("fliplr flipud rev reversed", write: "reverse(v)"), same("order", in: .r, write: "argsort(v)"),
    same("sorted", write: "sort(v)"), same("topk", "the greatest first", write: "reverse(sort(v))[:2]"),
    same("roll", write: "concatenate(v[1:], v[:1])"), same("rot90", write: "reverse(transpose(m))"),
    same("array_split chunk", "parts by indices", write: "v[:2]"),
    same("fmax", write: "maximum(v, w)"), same("fmin", write: "minimum(v, w)"), same("ptp", write: "max(v) - min(v)"),
    same("convolve", "a comprehension, say of neighbours", write: "[v[i] + v[i + 1] for i in 0..1]"),
    same("nanmean nanmedian", write: "mean([a for a in v if a == a])"),
    same("product", write: "prod(v)"), same("nansum", write: "sum([a for a in v if a == a])"),
    same("nanstd nanvar", write: "std([a for a in v if a == a])"),
    same("nanmax", write: "max([a for a in v if a == a])"), same("nanmin", write: "min([a for a in v if a == a])"),
    same("trapz trapezoid", "the sum of means of neighbours", write: "sum((v[1:] + v[:-1]) / 2)"),
    none("argpartition", "sort the whole", write: "argsort(v)"),
  ].flatMap { $0 }

  static let algebra: [ForeignName] = [
    same("dot vdot inner", "the product of vectors or matrices", write: "v @ w"),
    same("matmul mm bmm crossprod tensordot einsum", "the product of vectors or matrices", write: "m @ m"),
    same("kron", write: "transpose([v]) @ [w]"),

    same("cross", write: "[v[1] × w[2] - v[2] × w[1], v[2] × w[0] - v[0] × w[2], v[0] × w[1] - v[1] × w[0]]"),
    same("triu", write: "[[if j ≥ i then m[i, j] else 0 for j in 0..1] for i in 0..1]"),
    same("tril", write: "[[if j ≤ i then m[i, j] else 0 for j in 0..1] for i in 0..1]"),
    same("matrix_power", "a product as often", write: "m @ m"),
    same("polyval poly1d", "the polynomial is written", write: "g(x) = 2x² + x - 1"),
    same("eigen", write: "eigenvalues(m)"), same("pinv", "of a square matrix", write: "inverse(m)"),
    none("cholesky", "qr is there", write: "qr(m)"),
    none("roots", "descend finds where an error is least", write: "descend f from=0"),
    none("interp interp1d", "a network or a formula fits points", write: "f(2)"),
    none("fft", "sums of sines can be written", write: "sum(v × sin(0..2))"),
    same("correlate", "of two vectors", write: "correlation(v, w)"),
  ].flatMap { $0 }
}
