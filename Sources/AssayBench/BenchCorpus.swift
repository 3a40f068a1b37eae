import FoundationEssentials

/// The files that are timed, made of the drafts of `corpus/`: their paragraphs in an order and with numbers that a seed
/// gives, so that no two files are the same and every run has the same bytes.
struct BenchCorpus {
  let directory: String
  /// Many small files, of text, Markdown and HTML.
  let many: [String]
  /// Single files of plain text, by megabytes.
  let single: [(megabytes: Int, path: String)]
  /// One page.
  let page: String

  /// - Parameters:
  ///   - count: of small files, 10 kB each.
  ///   - megabytes: of the single files.
  init(in directory: String, count: Int, megabytes: [Int]) {
    self.directory = directory
    many = (0..<count).map { number in
      "\(directory)/site/\(number / 100)/page-\(number).\(Self.endings[number % 3])"
    }
    single = megabytes.map { ($0, "\(directory)/\($0)-mb.txt") }
    page = "\(directory)/page.md"
  }

  private static let endings = ["txt", "md", "html"]

  /// Writes the files.
  /// - Parameter drafts: the directory of the drafts.
  func write(from drafts: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: drafts).sorted()
    let parts = try Self.endings.map { ending in
      try names.filter { $0.hasSuffix(".\(ending)") && $0 != "README.md" }.flatMap { name in
        try Self.paragraphs(of: "\(drafts)/\(name)", isHTML: ending == "html")
      }
    }
    var random = SplitMix64(state: 20_261_123)
    for (number, path) in many.enumerated() {
      if number % 100 == 0 {
        try FileManager.default.createDirectory(
          atPath: "\(directory)/site/\(number / 100)", withIntermediateDirectories: true)
      }
      try Self.write(Self.text(of: parts[number % 3], bytes: 10_000, &random), to: path)
    }
    for (size, path) in single {
      try Self.write(Self.text(of: parts[0], bytes: size * 1_000_000, &random), to: path)
    }
    try Self.write(Self.text(of: parts[1], bytes: 4_000, &random), to: page)
  }

  /// Blocks between blank lines; of a page those between its tags `<body>` and `</body>`, line by line.
  private static func paragraphs(of path: String, isHTML: Bool) throws -> [[UInt8]] {
    guard let data = FileManager.default.contents(atPath: path) else { throw CocoaError(.fileReadNoSuchFile) }
    let text = String(decoding: data, as: UTF8.self)
    guard isHTML else {
      return text.split(separator: "\n\n").map { Array($0.utf8) }
    }
    let body = text.split(separator: "<body", maxSplits: 1).last?.drop { $0 != ">" }.dropFirst() ?? ""
    let inner = body.prefix(body.utf8.count - (body.hasSuffix("</html>\n") ? 16 : 0))
    return inner.split(separator: "\n").filter {
      $0.contains("<p") || $0.contains("<li") || $0.contains("<h")
    }.map {
      Array($0.utf8)
    }
  }

  private static func text(of parts: [[UInt8]], bytes: Int, _ random: inout SplitMix64) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes + 4_000)
    while text.count < bytes {
      for part in parts.shuffled(using: &random) {
        for (place, byte) in part.enumerated() {
          // Numbers vary, so that no sentence is known by its bytes; DOIs begin with "10." as before.
          let isDigit = byte >= 0x31 && byte <= 0x39 && !part[(place + 1)...].starts(with: [0x30, 0x2E])
          text.append(isDigit ? UInt8.random(in: 0x31...0x39, using: &random) : byte)
        }
        text += [0x0A, 0x0A]
        if text.count >= bytes { break }
      }
    }
    return text
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }
}

/// Steele, Lea, Flood: "Fast splittable pseudorandom number generators", OOPSLA 2014.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
