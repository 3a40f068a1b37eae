import Knowledge

/// Where the rules come from.
public enum RulesLocation: Equatable, Sendable {
  /// Those that the executable carries.
  case builtin(cache: String?)
  /// A directory of YAML files, with the directory for compiled packs if there is one.
  case directory(String, cache: String?)

  /// The variable of the environment that names a directory of rules.
  public static let variable = "ASSAY_RULES"

  /// The directory that an option names, else the one that `ASSAY_RULES` names, else the built-in rules; an executable
  /// without these, as a bare `swift build` makes it, takes the rules of the checkout that it lies in. Compiled packs
  /// are kept in `$XDG_CACHE_HOME/assay` or `~/.cache/assay`.
  ///
  /// - Parameter executable: the path of the running executable.
  public static func resolve(
    option: String?, environment: (String) -> String?, executable: String? = nil
  ) -> RulesLocation {
    func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
    var cache: String?
    if let base = value("XDG_CACHE_HOME"), base.hasPrefix("/") {
      cache = base + "/assay"
    } else if let home = value("HOME"), home.hasPrefix("/") {
      cache = home + "/.cache/assay"
    }
    if let directory = option ?? value(variable) { return .directory(directory, cache: cache) }
    if !KnowledgeBase.hasBuiltinRules, let executable, let rules = rules(of: executable) {
      return .directory(rules, cache: cache)
    }
    return .builtin(cache: cache)
  }

  /// The rules directory of the checkout that a file lies in.
  private static func rules(of executable: String) -> String? {
    var directory = AbsolutePath.directory(of: AbsolutePath.of(executable))
    while directory != "/" {
      let isCheckout = AbsolutePath.isDirectory(directory + "/Sources/CBuiltinRules")
      if isCheckout, AbsolutePath.isDirectory(directory + "/rules") { return directory + "/rules" }
      directory = AbsolutePath.directory(of: directory)
    }
    return nil
  }

  /// Begins to read the built-in rules on another thread, for `load` to wait for: the command line's parser takes as long
  /// as they do.
  public static func readAhead() {
    guard KnowledgeBase.hasBuiltinRules else { return }
    // Whatever is wrong with them, whoever loads them hears of it.
    WorkThread { _ = try? KnowledgeBase.builtin() }?.detach()
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
