internal import CUnfinishedFiles

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Compiled packs on disk, named by the hash of the rules that they were compiled from.
///
/// A file that is damaged, of another format or of other rules is as good as none. Nothing that goes wrong here is an
/// error: without a cache the rules are read again.
struct RulesCache {
  let directory: String

  private func path(_ sha256: String) -> String { "\(directory)/\(sha256).assaypack" }

  /// The knowledge base of the rules with this hash, or nil.
  func read(_ sha256: String) -> KnowledgeBase? {
    let descriptor = open(path(sha256), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { return nil }
    defer { munmap(start, Int(status.st_size)) }
    let bytes = UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
    let knowledge = try? CompiledPack.decode(bytes)
    return knowledge?.sha256 == sha256 ? knowledge : nil
  }

  /// Writes the pack into a file of its own and renames it, so that nobody ever sees half of it.
  func write(_ knowledge: KnowledgeBase) {
    makeDirectory(directory)
    let bytes = CompiledPack.encode(knowledge)
    var name = Array("\(directory)/.\(knowledge.sha256).XXXXXX".utf8CString)
    var noted: OpaquePointer?
    let descriptor = assay_unfinished_create(&name, &noted)
    guard descriptor >= 0 else { return }
    defer { assay_unfinished_forget(noted) }
    let isWritten = bytes.withUnsafeBytes { Self.writeAll($0, to: descriptor) }
    let isClosed = close(descriptor) == 0
    if !isWritten || !isClosed || rename(name, path(knowledge.sha256)) != 0 { unlink(name) }
  }

  private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    var done = 0
    while done < bytes.count {
      #if canImport(Darwin)
        let count = Darwin.write(descriptor, base + done, bytes.count - done)
      #elseif canImport(Musl)
        let count = Musl.write(descriptor, base + done, bytes.count - done)
      #else
        let count = Glibc.write(descriptor, base + done, bytes.count - done)
      #endif
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return false }
      done += count
    }
    return true
  }

  private func makeDirectory(_ path: String) {
    guard !path.isEmpty, !RuleFiles.isDirectory(path) else { return }
    if let slash = path.lastIndex(of: "/") { makeDirectory(String(path[..<slash])) }
    _ = mkdir(path, 0o777)
  }
}
