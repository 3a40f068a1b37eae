/// The parts of a DOCX file that its text is made of (ISO/IEC 29500-2, Open Packaging Conventions).
struct WordPackage {
  struct Part {
    /// Without a leading slash.
    var name: String
    var xml: [UInt8]
    /// Targets of its relationships by their ids.
    var targets: [String: String] = [:]
  }

  let document: Part
  let footnotes: Part?
  let endnotes: Part?
  let styles: WordStyles

  /// - Throws: why the file is no document, in one sentence without a full stop.
  init(_ bytes: [UInt8], limits: ReadingLimits) throws(ZipArchive.Fault) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw ZipArchive.Fault(
        message: "this is an old or a password-protected Word file; save it as .docx without a password")
    }
    let archive = try ZipArchive(bytes, entryLimit: limits.archiveEntries)
    // Of all parts together.
    var left = limits.unpackedSize
    func part(_ name: String) throws(ZipArchive.Fault) -> Part? {
      guard let raw = try archive.file(name, limit: left) else { return nil }
      left -= raw.count
      return Part(name: name, xml: try Self.checked(raw, name, limits))
    }
    func relationships(of name: String) throws(ZipArchive.Fault) -> [Relationship] {
      let directory = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
      let file = name.dropFirst(directory.count)
      return try part("\(directory)_rels/\(file).rels").map { Relationship.all(in: $0.xml, of: directory) }
        ?? []
    }
    let main = try relationships(of: "").first { $0.isOf("officeDocument") }?.target ?? "word/document.xml"
    guard var document = try part(main) else {
      throw ZipArchive.Fault(message: "the archive holds no Word document; is it another kind of file?")
    }
    let related = try relationships(of: main)
    document.targets = Relationship.targets(related)
    func notes(_ kind: String) throws(ZipArchive.Fault) -> Part? {
      guard let name = related.first(where: { $0.isOf(kind) })?.target, var notes = try part(name) else {
        return nil
      }
      notes.targets = Relationship.targets(try relationships(of: name))
      return notes
    }
    footnotes = try notes("footnotes")
    endnotes = try notes("endnotes")
    let styleSheet = try related.first { $0.isOf("styles") }.flatMap { (style) throws(ZipArchive.Fault) in
      try part(style.target)
    }
    styles = styleSheet.map { WordStyles($0.xml) } ?? WordStyles()
    self.document = document
  }

  /// The part in UTF-8, well-formed and without a document type, which no document has.
  private static func checked(_ raw: [UInt8], _ name: String, _ limits: ReadingLimits) throws(ZipArchive
    .Fault) -> [UInt8]
  {
    if let mark = TextEncoding.mark(of: raw), mark.encoding != .utf8 {
      throw ZipArchive.Fault(message: "'\(name)' in it is not in UTF-8; save the document again")
    }
    if let fault = XMLCheck.fault(in: raw, depth: limits.xmlDepth) {
      throw ZipArchive.Fault(
        message:
          "'\(name)' in it is not well-formed (line \(fault.line), column \(fault.column): \(fault.message)); "
          + "save the document again")
    }
    guard (try? UTF8Span(validating: raw.span)) != nil else {
      throw ZipArchive.Fault(message: "'\(name)' in it is not in UTF-8; save the document again")
    }
    return raw
  }
}

/// A link from one part of a package to another, or out of it.
private struct Relationship {
  var id: String
  var type: String
  /// A name in the package, or an address outside.
  var target: String

  /// Whether its type ends in a word: transitional and strict documents write different namespaces before it.
  func isOf(_ kind: String) -> Bool { type.hasSuffix("/\(kind)") }

  /// - Parameter directory: of the part whose relationships these are.
  static func all(in xml: [UInt8], of directory: String) -> [Relationship] {
    var found: [Relationship] = []
    var scanner = XMLScanner(xml, from: TextEncoding.mark(of: xml)?.count ?? 0)
    while let event = scanner.next() {
      guard case .open(let tag) = event, scanner.localName(of: tag) == "Relationship" else { continue }
      let attributes = XMLAttributes(of: tag, in: scanner)
      guard let id = attributes["Id"], let type = attributes["Type"], var target = attributes["Target"] else {
        continue
      }
      if attributes["TargetMode"] != "External" {
        target = target.hasPrefix("/") ? String(target.dropFirst()) : resolved(target, in: directory)
      }
      found.append(Relationship(id: id, type: type, target: target))
    }
    return found
  }

  static func targets(_ relationships: [Relationship]) -> [String: String] {
    Dictionary(relationships.map { ($0.id, $0.target) }, uniquingKeysWith: { first, _ in first })
  }

  private static func resolved(_ target: String, in directory: String) -> String {
    var folders = directory.split(separator: "/").map(String.init)
    for step in target.split(separator: "/") {
      if step == ".." { _ = folders.popLast() } else if step != "." { folders.append(String(step)) }
    }
    return folders.joined(separator: "/")
  }
}
