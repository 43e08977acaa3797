import Vocabulary
import Workbench

extension HelpTopic {
  static let aboutTheProgram: [HelpTopic] = [
    HelpTopic(
      "training", also: ["fit", "epochs", "batches", "overfitting", "underfitting", "generalization", "learning"],
      "what train does, and what its table says",
      "train goes on from the weights that the network has; rewind goes back to the first. Each epoch goes through all points "
        + "once, in batches, with a step of the optimizer after each; the loss in its row is the mean over the batches as they "
        + "were met, so evaluate, with the last weights, may differ.",
      "validation= takes a data set that is only looked at: where its loss grows while the other falls, the network overfits. "
        + "patience= stops there.",
      examples: [
        Example(
          "a, b = split(moons(40, noise=0.3, seed=1), test=0.5, seed=1); "
            + "net = sequential(input(2), dense(20, tanh), dense(1, sigmoid), seed=1); "
            + "train net a validation=b epochs=500 loss=binary_crossentropy optimizer=adam(0.05) seed=1",
          gives: """
            [moons train: 20 points × 2 features, 2 classes, moons test: 20 points × 2 features, 2 classes]
            sequential: 2 → 20 tanh → 1 sigmoid, 81 parameters
              epoch          loss   accuracy   validation_loss   validation_accuracy
                  1      0.691449        0.5          0.652778                   0.6
                  2      0.531552       0.85           0.60923                   0.7
                  5      0.327172       0.95          0.657552                   0.7
                 10      0.298101       0.95          0.932389                   0.7
                 20      0.273684       0.95          0.723618                   0.7
                 50      0.225767       0.95             0.551                  0.75
                100     0.0361283          1          0.461969                  0.85
                200    0.00432991          1          0.773738                  0.85
                500   0.000601899          1          0.993109                  0.85
            """)
      ], seeAlso: ["train", "evaluate", "rewind", "inspect", "compare"]),
    HelpTopic(
      "printing", also: ["print", "digits", "format", "precision", "decimals", "display", "echo", "round", "rounding"],
      "how numbers are printed, and how they are not",
      "A value is printed when it is written alone, with six significant digits; it is kept in full. set digits= and set "
        + "notation= change that. A trailing ; prints nothing; _ is the last value printed. Long vectors show their ends.",
      examples: [
        Example("1/3; set digits=12; 1/3; set digits=6", gives: "0.333333\n0.333333333333"),
        Example("10^-7; set notation=e; 10^-7; set notation=power", gives: "1×10⁻⁷\n1e-07"),
        Example("1..1000", gives: "[1, 2, 3, …, 998, 999, 1000]  (1000 numbers, mean 500.5, std 288.675)"),
      ], seeAlso: ["set", "round", ";", "_"]),
    HelpTopic(
      "saving and loading",
      also: [
        "files", "file", "save", "csv", "npy", "svg", "json", "folder", "path", "read", "write", "open", "import",
      ],
      "what is saved and loaded, and in which form",
      "load and save tell the form from the end of the name: .csv and .npy for vectors, matrices and data sets, .safetensors for "
        + "networks, .svg for figures. Names are texts in quotation marks. transcript keeps what was typed and printed.",
      examples: [
        Example(
          "save [[1, 2], [3, 4]] \"m.csv\"; load \"m.csv\"",
          gives: "saved a 2×2 matrix to m.csv (8 bytes)\n[[1, 2],\n [3, 4]]")
      ], seeAlso: ["load", "save", "export", "transcript", "missing values"]),
    HelpTopic(
      "modules",
      also: ["module", "package", "library", "imports", "numpy", "keras", "torch", "pytorch", "matlab", "r"],
      "words of other languages and libraries",
      "Nothing needs to be imported. Write a word as you know it from NumPy, SciPy, Keras, PyTorch, scikit-learn, R or MATLAB, "
        + "at the prompt or behind help: gradus says what it is called here, or that there is none.",
      examples: [], seeAlso: ["export", "start"]),
  ]
}
