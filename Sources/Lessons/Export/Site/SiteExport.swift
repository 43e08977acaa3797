import Platform
import Vocabulary
import Workbench

/// What `gradus export` did.
public struct SiteExport: Sendable {
  /// How many pages were written, the index included.
  public private(set) var pageCount = 0
  /// How the lessons stand; unreadable also where a page could not be written.
  public private(set) var status = Check.Status.allHold
  /// What is wrong, each with the file and, where it is known, the line.
  public private(set) var messages: [String] = []

  /// Runs the lessons, several at once, and writes their pages. A lesson that cannot be read becomes no page; one that
  /// prints something else than it says becomes a page that shows what it printed.
  public static func write(
    _ paths: [String], _ form: ExportForm = .pages, builtins: BuiltinTable, to folder: String, jobs: Int? = nil
  ) -> SiteExport {
    var export = SiteExport()
    do {
      let site = try Site(paths, form: form)
      let output = OutputFolder(folder)
      try output.prepare(for: site.names)
      let pages = export.run(site, builtins, threads: max(1, jobs ?? processorCount))
      for (name, page) in pages.all {
        try output.write(page.html.source, as: name)
        export.pageCount += 1
      }
    } catch {
      export.fail(error, in: nil)
    }
    return export
  }

  private init() {}

  private mutating func run(_ site: Site, _ builtins: BuiltinTable, threads: Int) -> SitePages {
    let pages = site.pages
    let opening = site.introduction.map { Site.Entry(lesson: $0, page: Site.index) }
    let entries = (opening.map { [$0] } ?? []) + site.entries
    let lessons = LargeStack.map(entries, threads: threads) { entry -> Result<LessonPage, Failure> in
      do throws(Failure) {
        let form = entry.page == Site.index ? site.form.ofIndex : site.form
        return .success(try LessonPage(entry.lesson, builtins: builtins, name: entry.page, pages: pages, form: form))
      } catch {
        return .failure(error)
      }
    }
    var read: [LessonPage] = []
    for (entry, lesson) in zip(entries, lessons) {
      switch lesson {
      case .success(let page):
        read.append(page)
        report(page.result)
        for link in page.deadLinks {
          messages.append("\(page.path):\(link.line): the link to '\(link.address)' leads nowhere")
        }
        for warning in page.warnings {
          messages.append("\(page.path):\(warning.line): warning: \(warning.message) (\(warning.hint))")
        }
      case .failure(let failure): fail(failure, in: entry.lesson)
      }
    }
    let introduction = read.first { $0.name == Site.index }
    return SitePages(lessons: read.filter { $0.name != Site.index }, introduction: introduction)
  }

  private mutating func report(_ result: LessonResult) {
    for failed in result.failed {
      messages.append(
        "\(result.path):\(failed.command.line): "
          + (failed.failure.map { "this fails: \($0.message)" } ?? "this prints something else than the lesson says"))
    }
    for flaw in result.flaws { messages.append("\(result.path):\(flaw.line): \(flaw.message)") }
    if !result.holds, status == .allHold { status = .someDiffer }
  }

  private mutating func fail(_ failure: Failure, in path: String?) {
    let isSomewhere = path != nil || failure.line != nil
    messages.append((isSomewhere ? "" : "error: ") + failure.text(in: path))
    status = .unreadable
  }
}
