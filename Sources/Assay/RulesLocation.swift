import Knowledge

/// Where the rules come from.
public enum RulesLocation: Equatable, Sendable {
  /// Those that the executable carries.
  case builtin(cache: String?)
  /// A directory of YAML files, with the directory for compiled packs if there is one.
  case directory(String, cache: String?)

  /// The directory that an option names, else the one that `ASSAY_RULES` names, else the built-in rules. Compiled packs
  /// are kept in `$XDG_CACHE_HOME/assay` or `~/.cache/assay`.
  public static func resolve(option: String?, environment: (String) -> String?) -> RulesLocation {
    func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
    var cache: String?
    if let base = value("XDG_CACHE_HOME"), base.hasPrefix("/") {
      cache = base + "/assay"
    } else if let home = value("HOME"), home.hasPrefix("/") {
      cache = home + "/.cache/assay"
    }
    guard let directory = option ?? value("ASSAY_RULES") else { return .builtin(cache: cache) }
    return .directory(directory, cache: cache)
  }

  /// - Parameter directories: further directories of rules, read as if they stood beside the first.
  public func load(adding directories: [String] = []) throws(KnowledgeError) -> KnowledgeBase {
    switch self {
    case .builtin(let cache):
      if directories.isEmpty { return try KnowledgeBase.builtin() }
      return try KnowledgeBase.builtin(adding: directories, cacheDirectory: cache)
    case .directory(let directory, let cache):
      return try KnowledgeBase.at(directory: directory, adding: directories, cacheDirectory: cache)
    }
  }
}
