import Language
import Networks
import Vocabulary
import Workbench

extension Builtin {
  static let export = Builtin(
    "export", "The Python source that makes a network anew, for Keras or PyTorch.",
    Parameter("network", .network, "the network"),
    .optional("path", .file([".py"]), "a file for the source, whose name ends in .py; else it is shown"),
    Parameter("as", .layout, "for which library", default: .keras),
    documentation: Documentation(
      notes:
        "The source makes the layers with their initializers and, if the network has been trained, what trains it as it "
        + "was last trained here: train(x, y). load_weights(path) gives it the weights that save has written, with as=torch "
        + "for PyTorch. Both libraries compute in float32 unless they are told otherwise, and draw other numbers; "
        + "PyTorch's adaptive optimizers add epsilon elsewhere than Keras's and gradus's.",
      examples: [
        Example(
          "export sequential(input(2), dense(1, sigmoid)) as=torch",
          gives: """
            # Made by gradus for PyTorch 2.
            import torch
            from torch import nn

            net = nn.Sequential(
                nn.Linear(2, 1),
                nn.Sigmoid(),
            )

            with torch.no_grad():
                nn.init.xavier_uniform_(net[0].weight)
                nn.init.zeros_(net[0].bias)


            def load_weights(path):
                # The file that gradus made: save net "net.safetensors" as=torch
                from safetensors.torch import load_file

                net.load_state_dict(load_file(path))
                net.eval()
            """)
      ],
      seeAlso: ["save", "load_weights"])
  ) { (session: inout Session, network, path, library) throws(Failure) in
    let training = session.networks[network].training
    let source =
      switch library {
      case .keras: try PythonSource.keras(network.architecture, training: training)
      case .torch: try PythonSource.torch(network.architecture, training: training)
      }
    guard let path else { return .object(Report(kind: "source", display: Display(source))) }
    let place = try FilePath(path)
    guard place.suffix?.lowercased() == "py" else {
      throw Failure(.file, "the name of a file with Python source must end in .py, which '\(place.name)' does not")
    }
    let file = try FileWriter(place, for: session)
    try file.write(Array((source + "\n").utf8))
    try file.finish(for: &session)
    return .object(
      Report(
        kind: "saved file",
        display: "saved the source to \(place.written) (\(ByteCount.text(Double(file.size))))"))
  }
}

extension Kind where Output == TensorLayout {
  /// Keras or PyTorch.
  static let layout = Kind.choice("keras or torch")
}
