import Workbench

extension LessonOutline {
  /// The lessons with their headings, so that help finds them wherever gradus runs; the tests compare them with the files.
  static let all: [LessonOutline] = [
    LessonOutline(
      1, "Why weights must start somewhere", "One neuron", "Why the curve must be bent", "Nothing to multiply by",
      "All zeros", "All alike", "And now by chance", "Mend it"),
    LessonOutline(
      2, "Two distributions", "The uniform distribution", "The normal distribution", "Spread", "One exact number",
      "The same chance twice", "Which of the two?"),
    LessonOutline(
      3, "The variance of a weighted sum", "Three facts about spread", "250 inputs of 1", "Does chance agree?",
      "n as a knob", "Inputs other than 1", "Inputs of the right size", "Is it really so bad?"),
    LessonOutline(
      4, "Saturation", "Flat ends", "How many units are saturated?", "What is left of the derivative",
      "Why updates stall", "What the loss can do about it", "In a layer"),
    LessonOutline(
      5, "How nets learn", "What is to be made small", "Downhill", "Learning rates, small and large",
      "The chain rule", "One iteration", "A whole layer at once", "Many points", "How long is a good step?", "Adam"),
    LessonOutline(
      6, "Vanishing gradients", "Five layers of 0.1", "Where numbers end", "Where small factors come from: sigmoid",
      "In a real network", "Does it happen with every activation?"),
    LessonOutline(
      7, "Exploding gradients", "Factors above 1", "Is a draw above 1 enough?", "What activations do about it",
      "The first layer to go", "The loss before the first step", "Biases, too", "Swinging around the minimum"),
    LessonOutline(
      8, "Zero and constant starts", "All weights 0", "Any other constant", "How much can such a net do?",
      "Exercise: the best straight line", "Exercise: mend it with one layer", "Zeros that do no harm",
      "Exercise: read the table", "Biases may start at 0", "Do biases escape the chain?"),
    LessonOutline(
      9, "Xavier", "One over n", "Are the weights \"close to 1\"?", "There and back", "Uniform or normal",
      "Does the shape matter?", "Through the layers", "Exercise: build a better start", "What comes in",
      "Exercise: mend it without touching the net", "Exercise: read the table"),
    LessonOutline(
      10, "He", "relu lets half through", "Two over n", "Which initializer for which activation?",
      "Exercise: read the table", "Sigmoid, after all", "Units that die", "Exercise: the narrow net",
      "Do leaky units live for ever?", "Exercise: mend the silent net"),
    LessonOutline(
      11, "The circles experiment", "The task", "The net", "Zeros", "A thousand times too large", "Xavier",
      "He, with relu", "Exercise: mend one run", "Exercise: the best of three", "Three sets of points",
      "Exercise: a test set of 100"),
    LessonOutline(
      12, "More remedies", "A net that explodes", "Clipping", "Exercise: two layers, one norm", "Batch normalization",
      "Exercise: mend the net that explodes", "Optimizers that measure their steps", "Exercise: read the ratios",
      "Two more from the tool box", "A way past the layers"),
    LessonOutline(
      13, "From here to Keras and PyTorch", "The model", "The names", "Five traps", "Exercise: read a line of NumPy",
      "Exercise: mend PyTorch's default", "The same numbers?", "Carrying a net over", "Exercise: translate"),
    LessonOutline(
      14, "Experiment!", "A question", "One change at a time", "Exercise: how many runs?", "Ask the instruments why",
      "Turn the knob", "The edge of chaos", "Exercise: find the edge", "Twenty questions",
      "Exercise: one false alarm", "Write it down", "A checklist", "Questions for you"),
  ]
}
