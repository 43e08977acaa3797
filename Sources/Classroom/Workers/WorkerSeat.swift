import Lessons

/// Something that a worker is asked, and who waits for it.
struct WorkerJob: Sendable {
  let number: Int
  let order: WorkerOrder
  /// Whose command it is.
  let student: Int?
  let progress: @Sendable (JobProgress) -> Void
  let finish: @Sendable (Result<WorkerWord, WorkerProblem>) -> Void
  /// How often a process ended at it, or at another command that it ran at the same time, without saying at which.
  var strikes = 0
  var isStopped = false
}

/// What a worker is at.
struct WorkerSeat: Sendable {
  let link: WorkerLink
  private var underWay: [Int: WorkerJob] = [:]
  /// At one of these processes have ended twice; each runs alone, so that it shows at which.
  private var suspects: [WorkerJob] = []
  /// What comes after those.
  private var queue: [WorkerJob] = []

  init(_ link: WorkerLink) { self.link = link }

  var isIdle: Bool { underWay.isEmpty }

  func job(_ number: Int) -> WorkerJob? { underWay[number] }

  mutating func add(_ job: WorkerJob) {
    queue.append(job)
    handOver()
  }

  mutating func stop(_ number: Int) {
    underWay[number]?.isStopped = true
    if underWay[number] != nil { return link.post([.stop(number)]) }
    for index in suspects.indices where suspects[index].number == number { suspects[index].isStopped = true }
    for index in queue.indices where queue[index].number == number { queue[index].isStopped = true }
  }

  mutating func finish(_ number: Int) -> WorkerJob? {
    let job = underWay.removeValue(forKey: number)
    handOver()
    return job
  }

  /// All that waits, which is then forgotten.
  mutating func giveUp() -> [WorkerJob] {
    defer { (underWay, suspects, queue) = ([:], [], []) }
    link.clear()
    return underWay.values.sorted { $0.number < $1.number } + suspects + queue
  }

  /// The process has ended: what is over with it. The rest is asked again.
  mutating func lose(_ death: WorkerLink.Death) -> [(WorkerJob, Result<WorkerWord, WorkerProblem>)] {
    link.clear()
    var lost = underWay.values.sorted { $0.number < $1.number }
    underWay = [:]
    var ended: [(WorkerJob, Result<WorkerWord, WorkerProblem>)] = []
    func end(_ job: WorkerJob, _ reply: StepReply) { ended.append((job, .success(.reply(job.number, reply)))) }
    if let culprit = death.culprit, let index = lost.firstIndex(where: { $0.number == culprit }) {
      let job = lost.remove(at: index)
      if job.student == nil { ended.append((job, .success(.unknown(job.number)))) } else { end(job, death.reply) }
      queue = lost + queue
    } else if !death.wasReady {
      // It has not got so far as to begin with anything.
      queue = lost + queue
    } else {
      let wasAlone = lost.count == 1
      for var job in lost {
        job.strikes += 1
        if job.isStopped {
          end(job, .stopped)
        } else if job.strikes == 1 {
          queue.append(job)
        } else if !wasAlone {
          suspects.append(job)
        } else if job.student == nil {
          ended.append((job, .success(.unknown(job.number))))
        } else {
          end(job, death.reply)
        }
      }
    }
    handOver()
    return ended
  }

  private mutating func handOver() {
    if suspects.isEmpty {
      let jobs = queue
      queue = []
      handOver(jobs)
    } else if underWay.isEmpty {
      handOver([suspects.removeFirst()])
    }
  }

  private mutating func handOver(_ jobs: [WorkerJob]) {
    for job in jobs {
      underWay[job.number] = job
      link.post(job.isStopped ? [job.order, .stop(job.number)] : [job.order])
    }
  }
}

extension WorkerLink.Death {
  /// The number of the command at which the process ended, where it said so.
  fileprivate var culprit: Int? {
    switch word {
    case .crash(let number), .late(let number): number
    default: nil
    }
  }

  /// What is said of the command.
  fileprivate var reply: StepReply {
    switch word {
    case .late: .remark(.budget, "This did not stop when its time was over. Nothing was changed.")
    case .memory: .remark(.budget, "This takes more memory than there is for it here. Nothing was changed.")
    default:
      .remark(.crashed, "Running this ended the program. Nothing was lost and nothing was changed; try something else.")
    }
  }
}

extension StepReply {
  fileprivate static let stopped = remark(.stopped, "Stopped. Nothing was changed.")

  fileprivate static func remark(_ state: State, _ text: String) -> StepReply {
    let html: HTML = "<div class=\"remark\">\n<p>\(text)</p>\n</div>"
    return StepReply(state, html: html.source, say: text)
  }
}
