/// The files of a rules directory in one piece, so that an executable can carry them: of each file the length of its path and
/// of its bytes (32 bits, little endian), then path and bytes.
public enum RuleArchive {
  /// The files of a directory in one piece; nil where it cannot be read as a whole.
  public static func archive(ofDirectory directory: String) -> [UInt8]? {
    var isWhole = true
    guard let files = RuleFiles.load(RulesLoader.trimmed(directory), refuse: { _, _ in isWhole = false }),
      isWhole
    else { return nil }
    var bytes: [UInt8] = []
    for file in files {
      for length in [file.path.utf8.count, file.bytes.count] {
        withUnsafeBytes(of: UInt32(length).littleEndian) { bytes += $0 }
      }
      bytes += Array(file.path.utf8)
      bytes += file.bytes
    }
    return bytes
  }

  /// Nil where it is cut short.
  static func files(of archive: UnsafeRawBufferPointer) -> [RuleFile]? {
    var files: [RuleFile] = []
    var place = 0
    func length(at place: Int) -> Int {
      Int(UInt32(littleEndian: archive.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
    }
    while place < archive.count {
      guard place + 8 <= archive.count else { return nil }
      let path = length(at: place)
      let contents = length(at: place + 4)
      place += 8
      guard place + path + contents <= archive.count else { return nil }
      files.append(
        RuleFile(
          path: String(decoding: archive[place..<(place + path)], as: UTF8.self),
          bytes: Array(archive[(place + path)..<(place + path + contents)])))
      place += path + contents
    }
    return files
  }
}
