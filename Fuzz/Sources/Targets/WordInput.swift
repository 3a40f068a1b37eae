@testable import Ingest

/// The parts of a DOCX file, each behind a line `#part NAME`, put into an archive that nothing is wrong with: mutations of a whole
/// archive mostly break its checksums and end there.
enum WordInput {
  private static let mark = Array("#part ".utf8)

  static func run(_ bytes: [UInt8]) throws(BrokenLaw) {
    try DraftInput.run(archive(of: bytes), as: .docx)
  }

  static func archive(of bytes: [UInt8]) -> [UInt8] {
    var parts: [(name: [UInt8], bytes: [UInt8])] = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: mark) {
        parts.append((Array(line.dropFirst(mark.count).prefix(200)), []))
      } else if parts.isEmpty {
        parts.append((Array("word/document.xml".utf8), Array(line)))
      } else {
        if !parts[parts.count - 1].bytes.isEmpty { parts[parts.count - 1].bytes.append(0x0A) }
        parts[parts.count - 1].bytes += line
      }
    }
    return StoredArchive.bytes(of: parts)
  }

  /// The input that stands for a DOCX file.
  static func input(of file: [UInt8]) -> [UInt8] {
    guard let archive = try? ZipArchive(file, entryLimit: 100) else { return [] }
    var input: [UInt8] = []
    for name in [
      "word/document.xml", "word/_rels/document.xml.rels", "word/footnotes.xml", "word/endnotes.xml",
    ] {
      guard let part = try? archive.file(name, limit: 1 << 20) else { continue }
      input += mark + Array(name.utf8) + [0x0A] + part + [0x0A]
    }
    return input
  }
}

/// A ZIP archive without compression (PKWARE's APPNOTE 6.3.10, chapter 4.3).
private enum StoredArchive {
  static func bytes(of files: [(name: [UInt8], bytes: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let offset = archive.count
      // Version, flags, method (none), time and date, checksum, sizes.
      let common =
        little(20, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(0x21, 2)
        + little(Int(checksum(file.bytes)), 4) + little(file.bytes.count, 4) + little(file.bytes.count, 4)
        + little(file.name.count, 2) + little(0, 2)
      archive += little(0x0403_4B50, 4) + common + file.name + file.bytes
      directory += little(0x0201_4B50, 4) + little(20, 2) + common
      // Comment, disk, attributes.
      directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(offset, 4) + file.name
    }
    let start = archive.count
    archive += directory
    archive += little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2) + little(files.count, 2)
    return archive + little(directory.count, 4) + little(start, 4) + little(0, 2)
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// CRC-32 as ISO 3309 defines it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
