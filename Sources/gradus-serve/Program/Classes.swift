import ArgumentParser
import Classroom
import ClassroomOptions
import Platform
import Vocabulary
import Workbench

/// What can be done with classes that are kept.
struct Classes: AsyncParsableCommand {
  static let configuration = ClassOptions.configuration([List.self, Export.self, Import.self, Delete.self])

  fileprivate static func store(_ option: StoreOption, isExclusive: Bool) throws -> ClassStore {
    guard let folder = option.folder else {
      throw ServeFailure("there is no home folder", hint: "name a folder with --data")
    }
    guard Folder.exists(folder) || isExclusive else { throw ServeFailure("there are no classes in '\(folder)'") }
    do {
      return try ClassStore(folder: folder, isExclusive: isExclusive)
    } catch {
      throw ServeFailure(error.message, hint: error.hint)
    }
  }

  fileprivate static func missing(_ name: String, in store: ClassStore) -> ServeFailure {
    let names = (try? store.list().map(\.name)) ?? []
    return ServeFailure(
      "there is no class '\(name)'", hint: Suggestion.hint(for: name, among: names) ?? "'gradus class list' lists them")
  }

  struct List: AsyncParsableCommand {
    static let configuration = ClassOptions.List.configuration
    @OptionGroup var options: ClassOptions.List

    func run() async throws {
      let store = try Classes.store(options.store, isExclusive: false)
      for found in try store.list() {
        Console.say(
          "\(found.name.visible()): code \(found.code), \(counted(found.students, "student")), \(counted(found.events, "answer")) and commands\n"
        )
      }
    }
  }

  struct Export: AsyncParsableCommand {
    static let configuration = ClassOptions.Export.configuration
    @OptionGroup var options: ClassOptions.Export

    func run() async throws {
      let store = try Classes.store(options.store, isExclusive: false)
      guard let text = try store.archive(of: options.name) else { throw Classes.missing(options.name, in: store) }
      guard let output = options.output else { return Console.say(text) }
      do {
        try TextFile.replace(output, with: Array(text.utf8))
      } catch {
        throw ServeFailure(error.message, hint: error.hint)
      }
    }
  }

  struct Import: AsyncParsableCommand {
    static let configuration = ClassOptions.Import.configuration
    @OptionGroup var options: ClassOptions.Import

    func run() async throws {
      let bytes: [UInt8]
      switch TextFile.bytes(of: options.file) {
      case .success(let found): bytes = found
      case .failure(let failure): throw ServeFailure("'\(options.file)': \(failure.message)", hint: failure.hint)
      }
      let store = try Classes.store(options.store, isExclusive: true)
      do {
        let name = try await store.restore(bytes, as: options.name)
        Console.say("The class '\(name)' is there.\n")
      } catch let flaw as ClassStore.ArchiveFlaw {
        throw ServeFailure("'\(options.file)' \(flaw.message)", hint: flaw.hint)
      } catch {
        throw ServeFailure("the class cannot be kept: \(ClassStore.reason(error))")
      }
      store.close()
    }
  }

  struct Delete: AsyncParsableCommand {
    static let configuration = ClassOptions.Delete.configuration
    @OptionGroup var options: ClassOptions.Delete

    func run() async throws {
      let store = try Classes.store(options.store, isExclusive: true)
      guard let found = try store.list().first(where: { $0.name == options.name }) else {
        throw Classes.missing(options.name, in: store)
      }
      if !options.yes {
        Console.say(
          "This deletes '\(found.name.visible())' with \(counted(found.students, "student")) for ever. Type yes to go on: "
        )
        guard readLine() == "yes" else { throw ServeFailure("nothing was deleted") }
      }
      do {
        _ = try await store.removeClass(options.name)
      } catch {
        throw ServeFailure("the class cannot be deleted: \(ClassStore.reason(error))")
      }
      store.close()
      Console.say("'\(found.name.visible())' is deleted.\n")
    }
  }
}
