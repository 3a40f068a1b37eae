import Knowledge

/// Where the rules come from.
public enum RulesLocation: Equatable, Sendable {
  /// Those that the executable carries.
  case builtin
  /// A directory of YAML files, with the directory for compiled packs if there is one.
  case directory(String, cache: String?)

  /// The directory that an option names, else the one that `ASSAY_RULES` names, else the built-in rules. Compiled packs
  /// are kept in `$XDG_CACHE_HOME/assay` or `~/.cache/assay`.
  public static func resolve(option: String?, environment: (String) -> String?) -> RulesLocation {
    func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
    guard let directory = option ?? value("ASSAY_RULES") else { return .builtin }
    var cache: String?
    if let base = value("XDG_CACHE_HOME"), base.hasPrefix("/") {
      cache = base + "/assay"
    } else if let home = value("HOME"), home.hasPrefix("/") {
      cache = home + "/.cache/assay"
    }
    return .directory(directory, cache: cache)
  }

  public func load() throws(KnowledgeError) -> KnowledgeBase {
    switch self {
    case .builtin: try KnowledgeBase.builtin()
    case .directory(let directory, let cache):
      try KnowledgeBase.at(directory: directory, cacheDirectory: cache)
    }
  }
}
