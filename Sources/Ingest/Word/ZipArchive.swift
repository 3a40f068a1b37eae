internal import CLibZip

/// Reads files of a ZIP archive that lies in memory, through libzip. Names are compared only: nothing is ever unpacked to a
/// path.
final class ZipArchive {
  /// Why an archive, or a file of it, cannot be read: one sentence without a full stop.
  struct Fault: Error, Equatable {
    var message: String
  }

  private let archive: OpaquePointer
  /// libzip reads from this memory until the archive is closed.
  private let memory: UnsafeMutableRawPointer

  /// - Parameter entryLimit: entries that it may have.
  init(_ bytes: [UInt8], entryLimit: Int) throws(Fault) {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
    self.memory = memory
    // As many bytes as were allocated.
    bytes.withUnsafeBytes {
      if let base = $0.baseAddress { memory.copyMemory(from: base, byteCount: $0.count) }
    }
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(memory, zip_uint64_t(bytes.count), 0, &error) else {
      memory.deallocate()
      throw Fault(message: "no reader could be made; is memory exhausted?")
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      let reason = String(cString: zip_error_strerror(&error))
      zip_source_free(source)
      memory.deallocate()
      throw Fault(message: "it is no ZIP archive that can be read (\(reason))")
    }
    self.archive = archive
    let count = zip_get_num_entries(archive, 0)
    guard count <= entryLimit else {
      throw Fault(message: "the archive has \(count) entries, more than the limit of \(entryLimit)")
    }
  }

  deinit {
    zip_discard(archive)
    memory.deallocate()
  }

  /// A file, unpacked; nil where the archive has none of this name.
  /// - Parameter limit: bytes that it may have when it is unpacked; no more than that is ever unpacked.
  func file(_ name: String, limit: Int) throws(Fault) -> [UInt8]? {
    let index = zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE))
    guard index >= 0 else { return nil }
    guard let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else {
      throw Fault(message: "'\(name)' in it cannot be read (\(String(cString: zip_strerror(archive))))")
    }
    defer { zip_fclose(file) }
    var bytes: [UInt8] = []
    while true {
      var failure = false
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        // At most as many bytes as the buffer holds.
        let read = zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count))
        failure = read < 0
        count = max(0, Int(read))
      }
      if failure { throw Fault(message: "'\(name)' in it is damaged; save the document again") }
      if chunk.isEmpty { return bytes }
      bytes += chunk
      guard bytes.count <= limit else {
        throw Fault(
          message: "'\(name)' in it unpacks to more than the limit of \(limit) bytes; split the document")
      }
    }
  }
}
