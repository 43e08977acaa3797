import Vocabulary

extension ForeignNames {
  private static let layerList = "its layers are dense ones with dropout and batch normalization"

  static let layers: [ForeignName] = [
    same("σ", write: "sigmoid"), same("he kaiming", write: "he_normal"), same("xavier glorot", write: "glorot_uniform"),
    same("lecun", write: "lecun_normal"),

    same("Variable requires_grad", "every name can be differentiated by", write: "gradient(f, 2)"),
    same("l1 l2 L1 L2 l1_l2", "a penalty on the weights is the optimizer's", write: "sgd(0.1, weight_decay=0.01)"),
    same("MaxNorm", "the optimizer clips", write: "sgd(0.1, clip_norm=1)"),
    same("BatchNorm2d", write: "batch_normalization()"),
    same("PReLU", "its slope is fixed here", write: "leaky_relu(-1)"),
    same("GaussianNoise", "noise belongs to the data", write: "circles(100, noise=0.1)"),

    none(
      "Conv1D Conv2D Conv2d MaxPooling2D MaxPool2d AveragePooling2D GlobalAveragePooling2D", layerList,
      write: "dense(5, relu)"),
    none(
      "Embedding LSTM GRU RNN SimpleRNN Bidirectional Attention MultiHeadAttention Transformer", layerList,
      write: "dense(5, relu)"),
    none("Lambda", "layers follow each other", write: "sequential(input(2), dense(3), dense(1))"),
    none("Module", "a network is a row of layers", write: "sequential(input(2), dense(3), dense(1))"),
    none("Flatten", "the points of a data set are rows already", write: "input(2)"),
    none("dirac_", "identity is there", write: "identity"),
    none("mnist cifar10 ImageDataGenerator load_digits", "load reads files, and data are made", write: "blobs(100)"),
  ].flatMap { $0 }

  static let training: [ForeignName] = [
    same("EarlyStopping", write: "train net data patience=5"),
    same("StepLR MultiStepLR PiecewiseConstantDecay", write: "step_decay(0.1, 1000)"),
    same("CosineAnnealingLR", write: "cosine_decay(0.1, 100)"),
    same("ExponentialLR", write: "exponential_decay(0.1, 100, 0.9)"),
    same("CyclicLR OneCycleLR", write: "cyclic_rate(0.01, 0.1, 500)"),
    same(
      "PolynomialDecay InverseTimeDecay LambdaLR LearningRateScheduler",
      "the schedules are step_decay, exponential_decay, cosine_decay, cyclic_rate and warm_up",
      write: "exponential_decay(0.1, 100, 0.9)"),
    same("clip_grad_norm_", "the optimizer clips", write: "sgd(0.1, global_clip_norm=1)"),
    same("clip_grad_value_", "the optimizer clips", write: "sgd(0.1, clip_value=1)"),
    same(
      "LBFGS Ftrl Lion", "the optimizers are sgd, adagrad, adadelta, rmsprop, adam, adamw, adamax and nadam",
      write: "adam(0.01)"),
    same("minimize minimize_scalar optim optimize fminsearch fminunc", write: "descend f from=0"),
    same("root fsolve brentq bisect newton fzero uniroot", "make the square small", write: "g(x) = (x² - 2)²"),
    same("curve_fit linprog", "make the error small", write: "descend f from=0"),
    same("integrate quad dblquad trapezium", "a sum of thin strips", write: "sum(f(linspace(0, 1, 1000))) / 1000"),
    same("deriv autograd jacobian hessian", write: "f′(x)"),
    same("no_grad zero_grad step train_on_batch partial_fit", "train does it all", write: "train net data epochs=1"),
    same("DataLoader", "train draws the batches", write: "train net data batch_size=32"),
    same("random_split KFold cross_val_score", write: "split(data, test=0.2)"),
    same("BCEWithLogitsLoss", "of the classes 0 and 1", write: "binary_crossentropy"),
    same(
      "NLLLoss SparseCategoricalCrossentropy", "after a softmax",
      write: "categorical_crossentropy"),
    same("SmoothL1Loss HuberLoss", write: "huber"),
    same("KLDivLoss", write: "kl_divergence"), same("MeanAbsoluteError mean_absolute_error", write: "mae"),
    same("mse_loss", write: "mse"),
    same("history", "training yields it", write: "h = train(net, data)"),
    same("ReduceLROnPlateau", "a schedule lowers the rate", write: "step_decay(0.1, 1000)"),
    same("TensorBoard CSVLogger", "the history is drawn", write: "plot(train(net, data))"),
    same("TerminateOnNaN", "train stops by itself where a number is not finite", write: "train net data"),
    same("ModelCheckpoint", write: "train net data restore_best=true patience=5"),
    same(
      "GradScaler autocast", "train rounds as a format does", write: "train net data precision=float16 loss_scale=128"),
    same("get_weights state_dict parameters named_parameters", write: "weights(net)"),
    same("register_hook register_forward_hook", write: "inspect net data"),
    same(
      "AUC Precision Recall roc_auc_score roc_curve BinaryAccuracy",
      "one measure of classes", write: "accuracy net data"),
    same("learning_curve", "the history is drawn", write: "plot(train(net, data))"),
    same("CosineSimilarity", "of two vectors", write: "v @ w / (norm(v) × norm(w))"),
  ].flatMap { $0 }

  private static let modelList = "a network of one unit does much of it"

  static let models: [ForeignName] = [
    same("Ridge Lasso glm", modelList, write: "sequential(input(2), dense(1))"),
    same("LogisticRegression", write: "sequential(input(2), dense(1, sigmoid))"),
    same(
      "MLPClassifier feedforwardnet patternnet trainNetwork",
      write: "sequential(input(2), dense(8, relu), dense(1, sigmoid))"),
    same("MLPRegressor fullyConnectedLayer", write: "sequential(input(2), dense(8, relu), dense(1))"),
    none(
      "SVC KNeighborsClassifier DecisionTreeClassifier RandomForestClassifier GaussianNB",
      "networks decide between classes", write: "sequential(input(2), dense(8, relu), dense(1, sigmoid))"),
    none("KMeans DBSCAN TSNE", "it learns from examples with answers", write: "blobs(100)"),
    none(
      "Pipeline GridSearchCV", "compare trains with several settings",
      write: "compare [glorot_uniform, he_uniform] net data"),
    same("normalize fit_transform transform RobustScaler", write: "standardize(data)"),
    same("MinMaxScaler", write: "(v - min(v)) / (max(v) - min(v))"),
    same("LabelEncoder", "classes are whole numbers from 0", write: "one_hot([0, 1, 1])"),
    same("OneHotEncoder", write: "one_hot([0, 1, 1])"), same("SimpleImputer", write: "where(is_nan(v), 0, v)"),
    same("PolynomialFeatures", "powers of the numbers", write: "transpose([v, v², v³])"),
    same("make_classification", write: "blobs(100, centers=3)"), same("make_spirals", write: "spirals(100)"),
    same("score", write: "accuracy net data"),
    same("plot_decision_regions", write: "boundary net data"),

  ].flatMap { $0 }
}
