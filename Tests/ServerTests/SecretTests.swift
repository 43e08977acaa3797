import Lessons
import Platform
import TestSupport
import Testing

/// Nothing that an answer earns is in any byte that is sent before.
@Suite struct SecretTests {
  /// Keys, messages, hints, solutions and explanations of the lesson of Tests/Classroom, and what its commands print.
  private static let secrets = [
    "0.458", "That is the variance", "Take a square root", "s = √v", "The variance is p(1 - p)", "Twice is not",
    "f(3) = 9",
    "f(x) = x²", "sum(ten) = 55", "ten = 1..10", "[n for n in 1..10]", "falls as", "no end", "answer=b", "answer=a,b",
    "gradus check=", "gradus hint=", "solution=",
  ]

  @Test func `a student who has done nothing gets none of it, in no page, event, completion or help`() throws {
    let server = try ServerProcess()
    let anna = try server.join("Anna")
    let page = try anna.page()
    var sent = [page.html]
    var paths = ["/", "/?link=1", "/events?after=0"]
    for step in page.steps { paths.append("/complete?lesson=coins&step=\(step)&line=s%20%3D%20&at=4") }
    for path in paths { sent.append(try server.get(server.base + path, cookie: anna.cookie).text) }
    for path in ["/", "/assets/gradus.js", "/assets/board.js", "/assets/gradus.css"] {
      sent.append(try server.get(path).text)
    }
    for secret in Self.secrets {
      for text in sent { #expect(!text.contains(secret), "\(secret)") }
    }
  }

  @Test func `what is earned at one step gives nothing of another`() throws {
    let server = try ServerProcess()
    let anna = try server.join("Anna")
    let page = try anna.page()
    let reply = try anna.send(page.step("exercise-sd-"), "answer", "√v", on: page)
    #expect(reply.text("state") == "right")
    let later = Self.secrets.dropFirst(5)
    for text in [reply.text, try anna.page().html] {
      for secret in later where !["gradus check=", "gradus hint=", "solution="].contains(secret) {
        #expect(!text.contains(secret), "\(secret)")
      }
    }
  }

  /// The lessons that come with gradus, with their own keys.
  @Test func `no lesson's page holds a key, a hint or a solution of its own`() throws {
    let folder = try TemporaryFolder()
    for path in try LessonFiles.find([Project.path("lessons")]) {
      folder.write("lessons/" + (path.split(separator: "/").last.map { String($0) } ?? ""), try References.file(path))
    }
    let server = try ServerProcess([], in: folder)
    let anna = try server.join("Anna")
    for path in try LessonFiles.find([folder.path + "/lessons"]) {
      let name = String((path.split(separator: "/").last ?? "").dropLast(3))
      let page = try anna.page(name)
      let document = try Document(References.file(path))
      for exercise in document.exercises {
        for mistake in exercise.mistakes {
          #expect(!page.html.contains(mistake.message), "\(name): \(mistake.message)")
        }
        for hint in exercise.hints {
          let line = hint.split(separator: "\n").first { $0.count > 12 } ?? ""
          #expect(line.isEmpty || !page.html.contains(String(line)), "\(name): \(line)")
        }
      }
      for quiz in document.quizzes {
        for message in quiz.messages { #expect(!page.html.contains(message.text), "\(name): \(message.text)") }
      }
      #expect(!page.html.contains("solution=") && !page.html.contains("answer="), "\(name)")
    }
  }
}
