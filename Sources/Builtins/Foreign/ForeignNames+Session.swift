import Vocabulary

extension ForeignNames {
  static let session: [ForeignName] = [
    same("savefig", "a figure is saved like anything else", write: "save plot(v) \"figure.svg\""),
    same("contour heatmap surf imagesc colorbar", write: "plot(m)"),
    same("points", "pairs of numbers are a matrix of two columns", write: "plot(m)"),
    same("lines abline curve", "a function is drawn by its name", write: "plot f"),
    same("barplot", write: "plot(v)"),
    same("title", "an argument of plot", write: "plot v title=\"my title\""),
    same("yscale", "an argument of plot", write: "plot v log=true"),
    same("xlim ylim axis", "arguments of plot", write: "plot f from=0 to=5"),
    same(
      "figure hold subplot subplots legend xlabel ylabel", "each plot is a figure with its legend", write: "plot v"
    ),

    same("savez savemat", "the ending tells the form", write: "save v \"v.csv\""),

    same("open", "files are read and written whole", write: "save v \"v.csv\"; load \"v.csv\""),
    same("plot_model", write: "summary net"),
    same("who whos dir ls names globals", write: "vars"),
    same("clc cls", "Ctrl-L clears the screen; names are forgotten by", write: "clear"),
    same("close rm del", write: "clear"), same("tic toc", write: "time sum(1..1000)"),
    same("rng RandomState", write: "seed 7"), same("man info doc", write: "help"),
    same("cd pwd", "files are named by their paths", write: "save v \"v.csv\""),
    same("run include source", "a script is run in a shell: gradus run FILE; here", write: "vars"),
    same("learn lesson tutor", "lessons are begun in a shell, by gradus learn", write: "help lessons"),
    same("version", "gradus --version, in a shell, tells it; here is", write: "help"),
    same("format", "in how many digits numbers are printed", write: "set digits=4"),
    same("set.seed", in: .r, write: "seed 7"),
    same("read.csv read.table", in: .r, write: "save v \"v.csv\"; load \"v.csv\""),
    same("write.csv", in: .r, write: "save v \"v.csv\""),

    none("cuda device", "it computes on the processor, the same bits everywhere", write: "time sum(1..1000)"),
    none("odeint solve_ivp ode45", "a function that calls itself makes small steps", write: "f(2)"),
    [ForeignName("quit", instead: "Ctrl-D leaves"), ForeignName("exit", instead: "Ctrl-D leaves")],
  ].flatMap { $0 }
}
