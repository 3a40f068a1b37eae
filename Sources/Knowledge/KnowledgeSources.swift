import CBuiltinRules

/// Why there are no rules to work with.
public enum KnowledgeError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The executable was built without compiled rules.
  case noBuiltinRules
  /// The compiled rules of the executable are no pack.
  case damagedBuiltinRules(String)
  /// The rules have faults: all of them, warnings too, in the order of path and line.
  case faults([RuleFault])

  public var description: String {
    switch self {
    case .noBuiltinRules: "this executable was built without rules; run 'make', or pass '--rules DIR'"
    case .damagedBuiltinRules(let problem): "the built-in rules cannot be used: \(problem); build them again"
    case .faults(let faults): faults.map(\.description).joined(separator: "\n")
    }
  }
}

extension KnowledgeBase {
  /// Whether the executable carries rules.
  public static var hasBuiltinRules: Bool { assay_builtin_rules_length() > 0 }

  /// The rules that the executable carries. Read once: who asks while another thread reads them waits for it.
  public static func builtin() throws(KnowledgeError) -> KnowledgeBase { try builtinRules.get() }

  private static let builtinRules = Result { () throws(KnowledgeError) in
    let length = assay_builtin_rules_length()
    guard length > 0 else { throw .noBuiltinRules }
    do throws(CompiledPack.Damage) {
      return try CompiledPack.decode(
        UnsafeRawBufferPointer(start: assay_builtin_rules(), count: length), isOwn: true)
    } catch {
      throw .damagedBuiltinRules(error.description)
    }
  }

  /// The rules of directories, from the cache where that holds them, else from their YAML.
  ///
  /// Rules with a fault of severity `error` are refused, with all faults. Dates of review are not looked at.
  ///
  /// - Parameters:
  ///   - added: further directories, whose files are read as if they stood beside those of the first.
  ///   - cacheDirectory: where compiled packs are kept, named by the SHA-256 of the rules; made where it is not
  ///     there. A damaged pack is rebuilt, one that cannot be written is done without. Nil: no cache.
  public static func at(
    directory: String, adding added: [String] = [], cacheDirectory: String?
  ) throws(KnowledgeError) -> KnowledgeBase {
    let root = RulesLoader.trimmed(directory)
    let collector = FaultCollector(root: root)
    guard let files = RulesLoader.files(in: root, collector) else { throw .faults(collector.sorted) }
    return try load(files, adding: added, collector, cacheDirectory)
  }

  /// The rules that the executable carries, with those of further directories.
  public static func builtin(
    adding added: [String], cacheDirectory: String?
  ) throws(KnowledgeError) -> KnowledgeBase {
    let length = assay_builtin_files_length()
    guard length > 0 else { throw .noBuiltinRules }
    let archive = UnsafeRawBufferPointer(start: assay_builtin_files(), count: length)
    guard let files = RuleArchive.files(of: archive) else {
      throw .damagedBuiltinRules("their files are cut short")
    }
    return try load(files, adding: added, FaultCollector(root: "built-in rules"), cacheDirectory)
  }

  private static func load(
    _ files: [RuleFile], adding added: [String], _ collector: FaultCollector, _ cacheDirectory: String?
  ) throws(KnowledgeError) -> KnowledgeBase {
    var files = files
    for directory in added {
      let root = RulesLoader.trimmed(directory)
      let own = FaultCollector(root: root)
      guard let more = RulesLoader.files(in: root, own) else { throw .faults(own.sorted) }
      let taken = Set(files.map(\.path))
      for file in more {
        collector.add(file.path, from: root)
        if taken.contains(file.path) {
          collector.report(
            file.path, .start, "the rules hold a file of this path already", "give it another name")
        } else {
          files.append(file)
        }
      }
    }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let cache = cacheDirectory.map { RulesCache(directory: RulesLoader.trimmed($0)) }
    // A file that could not be read is not in the hash.
    let isComplete = collector.sorted.isEmpty
    if isComplete, let cached = cache?.read(RuleFiles.hash(files)) { return cached }
    let (knowledge, faults) = RulesLoader.load(files, collector, asOf: nil)
    guard let knowledge, !faults.contains(where: { $0.severity == .error }) else { throw .faults(faults) }
    cache?.write(knowledge)
    return knowledge
  }
}
