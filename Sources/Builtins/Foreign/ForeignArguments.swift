import Vocabulary

/// Arguments of NumPy's, SciPy's, Keras's, PyTorch's and scikit-learn's functions that no parameter here answers.
enum ForeignArguments {
  static let all: [ForeignArgument] = training + layers + drawing + arrays + anywhere

  private static let optimizers: Set<String> = [
    "sgd", "adagrad", "adadelta", "rmsprop", "adam", "adamw", "adamax", "nadam",
  ]

  private static func any(_ names: String, of owners: Set<String> = [], _ advice: String) -> [ForeignArgument] {
    names.split(separator: " ").map { ForeignArgument(String($0), of: owners, advice) }
  }

  private static let training: [ForeignArgument] = [
    any("betas", of: optimizers, "write beta_1=0.9, beta_2=0.999"),
    any("decay lr_decay", of: optimizers, "a schedule lowers the rate: learning_rate=exponential_decay(0.1, 100, 0.9)"),
    any("amsgrad dampening ema_momentum use_ema maximize", of: optimizers, "gradus has none; leave it out"),
    any(
      "validation_split", of: ["train"], "split the data first: a, b = split(data, test=0.2); train net a validation=b"),
    any("x y X x_train y_train", of: ["train", "evaluate"], "points and answers are one: dataset(x, y)"),
    any("metrics", of: ["train", "evaluate", "sequential"], "leave it out: of classes the accuracy is always shown"),
    any("verbose", "leave it out; a ; at the end of the line shows nothing"),
    any("early_stopping", of: ["train"], "write patience=5"),
    any("steps_per_epoch initial_epoch workers", of: ["train"], "leave it out: an epoch goes through all points once"),
    any(
      "optimizer_state momentum weight_decay clip_norm", of: ["train"],
      "it belongs to the optimizer: optimizer=sgd(0.1, momentum=0.9)"),
    any("max_iter maxiter n_iter num_iterations iterations", of: ["train"], "write epochs=100"),
    any("jac bounds constraints tol", of: ["descend"], "leave it out: descend goes against the gradient"),
    any("activation", of: ["train", "compare"], "it belongs to a layer: dense(5, tanh)"),
    any("hidden_layer_sizes", of: ["sequential", "train"], "write a dense layer for each"),
    any("train_size", of: ["split"], "write test=, the rest"),
    any("stratify", of: ["split"], "gradus has none; leave it out"),
  ].flatMap { $0 }

  private static let layers: [ForeignArgument] = [
    any("input_shape input_dim in_features", of: ["dense", "sequential"], "a network begins with input(2)"),
    any(
      "kernel_regularizer bias_regularizer activity_regularizer l1 l2", of: ["dense"],
      "the optimizer has it: sgd(0.1, weight_decay=0.01)"),
    any("kernel_constraint bias_constraint", of: ["dense"], "the optimizer clips: sgd(0.1, clip_norm=1)"),
    any("name trainable", of: ["dense", "sequential", "input", "dropout"], "leave it out: layers are counted from 1"),
    any("noise_shape inplace", of: ["dropout"], "leave it out"),
    any("nonlinearity", "the rule's name says it; gain(relu) is the factor of an activation"),
    any("axis affine track_running_stats center", of: ["batch_normalization"], "leave it out: each unit is normalized"),
  ].flatMap { $0 }

  private static let drawing: [ForeignArgument] = [
    any("xlim xmin xmax", of: ["plot"], "write from=-3 to=3"),
    any("figsize", of: ["plot", "hist", "boundary"], "write width=60 height=15"),
    any("logy log_y yscale semilogy", of: ["plot"], "write log=true"),
    any(
      "xlabel ylabel label legend color c marker linestyle linewidth alpha cmap ax", of: ["plot", "hist", "boundary"],
      "leave it out: each curve is named and marked by itself; title= is there"),
    any("density", of: ["hist"], "leave it out, or give a distribution to compare with: hist(v, normal(0, 1))"),
  ].flatMap { $0 }

  private static let arrays: [ForeignArgument] = [
    any("endpoint", of: ["linspace"], "both ends are included; leave the last out: linspace(0, 1, 5)[:-1]"),
    any("endpoint", of: ["integers"], "high is excluded: write one more"),
    any("base", of: ["linspace"], "write 10^linspace(-3, 0, 4)"),
    any("replace", of: ["sample"], "choice has it: choice(v, 2, replace=false)"),
    any("p", of: ["sample"], "choice has it, and categorical([0.2, 0.8])"),
    any("variance", of: ["normal", "random_normal", "truncated_normal"], "stddev is its root: stddev=√4"),
    any("sigma2 var", of: ["normal"], "stddev is its root: stddev=√4"),
    any("keepdims", "write [mean(m)] for a row of it"), any("dtype", "leave it out: all numbers are IEEE doubles"),
    any("device requires_grad", "leave it out"), any("out where order casting", "leave it out: a new value is made"),
  ].flatMap { $0 }

  private static let anywhere: [ForeignArgument] =
    any(
      "seed random_state",
      of: [
        "dense", "he_normal", "he_uniform", "glorot_normal", "glorot_uniform", "lecun_normal",
        "lecun_uniform", "random_normal", "random_uniform", "trunc_normal", "truncated_normal", "normal", "uniform",
        "orthogonal", "dropout",
      ],
      "it belongs to what draws: sample … seed=1, sequential(…, seed=1), train … seed=1")
    + any("n_jobs", "leave it out: all processors are used")
}
