import Vocabulary

extension ForeignNames {
  static let probability: [ForeignName] = [
    same("N", write: "normal"), same("U", write: "uniform"), same("E", write: "mean"), same("Var", write: "var"),
    same("prob Pr", write: "P(d > 1)"), same("random", write: "sample uniform(0, 1)"),
    same("sd", in: .r, write: "std(v)"),
    same("expon", "SciPy's scale is 1/rate", write: "exponential(rate=2)"),
    same("geom", write: "geometric(0.5)"),
    same("lognorm", write: "lognormal(0, 1)"), same("gumbel_r", write: "gumbel(0, 1)"),
    same("weibull_min", write: "weibull(2, 1)"), same("triang", write: "triangular(0, 1, 2)"),
    same("truncnorm", write: "truncated_normal(0, 1)"),
    same("multinomial", "one draw of several kinds", write: "sample categorical([0.2, 0.8]) n"),
    same("multivariate_normal", "independent parts, one column each", write: "sample normal(0, 1) [5, 2]"),
    same("runif unifrnd", in: .r, write: "sample uniform(0, 1) n"), same("dunif", write: "pdf(uniform(0, 1), x)"),
    same("punif", write: "cdf(uniform(0, 1), x)"), same("qunif", write: "quantile(uniform(0, 1), 0.5)"),
    same("rnorm normrnd", in: .r, write: "sample normal(0, 1) n"),
    same("dnorm normpdf", in: .r, write: "pdf(normal(0, 1), x)"),
    same("pnorm normcdf", in: .r, write: "cdf(normal(0, 1), x)"),
    same("qnorm norminv", in: .r, write: "quantile(normal(0, 1), 0.975)"),
    same("rbinom", write: "sample binomial(10, 0.5) n"), same("dbinom", write: "pdf(binomial(10, 0.5), 3)"),
    same("pbinom", write: "cdf(binomial(10, 0.5), 3)"), same("qbinom", write: "quantile(binomial(10, 0.5), 0.5)"),
    same("rpois", write: "sample poisson(2) n"), same("dpois", write: "pdf(poisson(2), 3)"),
    same("ppois", write: "cdf(poisson(2), 3)"), same("rexp exprnd", write: "sample exponential(rate=2) n"),
    same("dexp", write: "pdf(exponential(rate=2), x)"), same("pexp", write: "cdf(exponential(rate=2), x)"),
    same("rgamma", write: "sample gamma(2, rate=1) n"), same("rbeta", write: "sample beta(2, 3) n"),
    same("rt", write: "sample student_t(5) n"), same("pt", write: "cdf(student_t(5), 2)"),
    same("qt", write: "quantile(student_t(5), 0.975)"), same("rchisq", write: "sample chi_square(3) n"),
    same("pchisq", write: "cdf(chi_square(3), 2)"), same("qchisq", write: "quantile(chi_square(3), 0.95)"),
    same("isf", write: "quantile(d, 1 - 0.05)"),
    same("logcdf", write: "log(cdf(d, x))"), same("logsf", write: "log(sf(d, x))"),
    same("moment", write: "mean(v²)"), same("expect", "of draws", write: "mean(f(sample(d, 1000)))"),
    same("interval", write: "[quantile(d, 0.025), quantile(d, 0.975)]"),
    same("randi", write: "integers(1, 7, n)"),
    none("dirichlet", "gamma draws, divided by their sum, are such", write: "v / sum(v)"),
    none("pareto", "exp of an exponential is such", write: "exp(sample(exponential(2), n))"),
    none(
      "nbinom hypergeom skewnorm", "mixture and sums of distributions can be made",
      write: "mixture([d, uniform(0, 1)], [0.5, 0.5])"),
    none("bootstrap", "draw indices with replacement", write: "mean([v[i] for i in integers(0, 3, 3)])"),
  ].flatMap { $0 }

  static let tests: [ForeignName] = [
    same("mad", write: "median(|v - median(v)|)"),

    same("spearmanr", "the correlation of the ranks", write: "correlation(argsort(argsort(v)), argsort(argsort(w)))"),
    same("zscore scale", write: "(v - mean(v)) / std(v)"), same("iqr", write: "quantile(v, 0.75) - quantile(v, 0.25)"),
    same("tapply", "the mean of a class", write: "mean([v[i] for i in 0..2 if w[i] == 2])"),
    same("gmean", write: "exp(mean(log(v)))"), same("hmean", write: "1 / mean(1 / v)"),
    same("boxplot violinplot", "the quartiles are", write: "quantile(v, [0.25, 0.5, 0.75])"),
    same("gaussian_kde", "a histogram shows it", write: "hist(sample(d, 100))"),
    same("linregress", write: "correlation(v, w) × std(w) / std(v)"),
    same("minmax", write: "(v - min(v)) / (max(v) - min(v))"),

    none("mannwhitneyu wilcoxon kendalltau", "ks_test compares distributions", write: "ks_test(v, d)"),
    none("shapiro anderson", "ks_test compares with a distribution", write: "ks_test(v, d)"),
    same("which.max", in: .r, write: "argmax(v)"), same("which.min", in: .r, write: "argmin(v)"),
    same("is.na", in: .r, write: "is_nan(v)"), same("ks.test", in: .r, write: "ks_test(v, d)"),
    none(
      "t.test wilcox.test chisq.test shapiro.test", in: .r, "the mean and its standard error are",
      write: "[mean(v), standard_error(v)]"),
    same("na.omit", in: .r, write: "[a for a in v if a == a]"),
    none("anova", "compare tests whether one start is better than another", write: "std(v)"),
  ].flatMap { $0 }
}
