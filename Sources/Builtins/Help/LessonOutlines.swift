import Workbench

extension LessonOutline {
  /// The lessons with their headings, so that help finds them wherever gradus runs; the tests compare them with the files.
  static let all: [LessonOutline] = [
    LessonOutline(
      1, "Why weights must start somewhere", "One neuron", "Why the curve must be bent", "Nothing to multiply by",
      "All zeros", "All alike", "And now by chance"),
    LessonOutline(
      2, "Two distributions", "The uniform distribution", "The normal distribution", "Spread", "One exact number",
      "The same chance twice", "Which of the two?"),
    LessonOutline(
      3, "The variance of a weighted sum", "Three facts about spread", "250 inputs of 1", "Does chance agree?",
      "n as a knob", "Inputs other than 1", "Is it really so bad?"),
    LessonOutline(
      4, "Saturation", "Flat ends", "How many units are saturated?", "What is left of the derivative",
      "Why updates stall", "In a layer"),
    LessonOutline(
      5, "How nets learn", "What is to be made small", "Downhill", "Learning rates, small and large", "The chain rule",
      "One iteration", "Many points"),
    LessonOutline(
      6, "Vanishing gradients", "Five layers of 0.1", "Where numbers end", "Where small factors come from: sigmoid",
      "In a real network", "Does it happen with every activation?"),
    LessonOutline(
      7, "Exploding gradients", "Factors above 1", "Is a draw above 1 enough?", "What activations do about it",
      "The first layer to go", "Biases, too", "Swinging around the minimum"),
    LessonOutline(
      8, "Zero and constant starts", "All weights 0", "Any other constant", "How much can such a net do?",
      "Exercise: the best straight line", "Biases may start at 0", "Do biases escape the chain?"),
    LessonOutline(
      9, "Xavier", "One over n", "Are the weights \"close to 1\"?", "There and back", "Uniform or normal",
      "Does the shape matter?", "Through twenty layers", "Exercise: the limit"),
    LessonOutline(
      10, "He", "relu lets half through", "Two over n", "A leak", "Which initializer for which activation?",
      "Units that die", "Exercise: the narrow net", "Do leaky units live for ever?"),
    LessonOutline(
      11, "The circles experiment", "The task", "The net", "Zeros", "A thousand times too large", "Xavier",
      "He, with relu", "Exercise: a test set of 100"),
    LessonOutline(
      12, "More remedies", "A net that explodes", "Clipping", "Exercise: two layers, one norm", "Batch normalization",
      "Learning rates that change", "Two more from the tool box"),
    LessonOutline(
      13, "From here to Keras and PyTorch", "The model", "The names", "Four traps", "The same numbers?",
      "Carrying a net over", "Exercise: nn.Linear"),
    LessonOutline(
      14, "Experiment!", "A question", "One change at a time", "Ask the instruments why", "Turn the knob",
      "Twenty questions", "Exercise: one false alarm", "Write it down", "A checklist", "Questions for you"),
  ]
}
