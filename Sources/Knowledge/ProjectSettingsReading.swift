import Ingest

extension ProjectSettings {
  /// What a settings file may name.
  public struct Names: Sendable {
    /// The jurisdictions that there are rules for.
    public var jurisdictions: [String]
    /// The ids of finding rules; empty where they are not known yet.
    public var rules: [String]
    /// The forms of reports.
    public var formats: [String]

    public init(jurisdictions: [String], rules: [String] = [], formats: [String] = []) {
      self.jurisdictions = jurisdictions
      self.rules = rules
      self.formats = formats
    }
  }

  /// Reads the bytes of a settings file. Whatever is unknown or wrong is reported with its place.
  ///
  /// - Parameter path: The file's path as it is shown in faults.
  public static func read(
    _ bytes: [UInt8], path: String, known: Names
  ) -> (settings: ProjectSettings, faults: [RuleFault]) {
    let faults = FaultCollector(root: "")
    guard let text = String(validating: bytes, as: UTF8.self) else {
      faults.report(path, .start, "the file is not UTF-8", "save it as UTF-8")
      return (ProjectSettings(), faults.sorted)
    }
    let yaml = YAMLText(text, path: path, faults: faults)
    guard let root = yaml.root, let record = RecordReader(root, "the settings", path: path, faults: faults)
    else { return (ProjectSettings(), faults.sorted) }
    var settings = ProjectSettings()
    settings.include = record.texts("include").map(\.text)
    settings.exclude = record.texts("exclude").map(\.text)
    settings.formats = readFormats(record)
    if let encoding = record.optionalText("encoding") {
      settings.encoding = TextEncoding(named: encoding.text)
      if settings.encoding == nil {
        faults.report(
          path, encoding.at, "text in '\(encoding.text)' cannot be read", "write \(TextEncoding.names)")
      }
    }
    if let format = record.optionalText("format") {
      if known.formats.isEmpty || known.formats.contains(format.text) {
        settings.format = format.text
      } else {
        faults.report(
          path, format.at, "there is no report format '\(format.text)'",
          Suggestion.remedy(for: format.text, among: known.formats)
            ?? "choose one of \(known.formats.joined(separator: ", "))")
      }
    }
    settings.jurisdictions = record.texts("jurisdictions").compactMap { market($0, known, path, faults) }
    settings.product = record.optionalChoice("product")
    settings.severities = readSeverities(record, known)
    settings.failOn = record.optionalChoice("fail_on")
    settings.minimumScore = record.integer("min_score", in: 0...100).map(Int.init)
    settings.rules = record.texts("rules").map(\.text)
    settings.baseline = record.optionalText("baseline")?.text
    settings.approved = record.records("approved", "an approved claim").compactMap { approved($0, known) }
    if let limits = record.record("limits", "'limits'") {
      settings.limits = readLimits(limits)
      limits.finish()
    }
    record.finish()
    return (settings, faults.sorted)
  }

  private static func readLimits(_ record: RecordReader) -> ReadingLimits {
    var limits = ReadingLimits()
    func set(
      _ key: String, _ range: ClosedRange<Int32>, _ limit: WritableKeyPath<ReadingLimits, Int>,
      by unit: Int = 1
    ) {
      if let value = record.integer(key, in: range) { limits[keyPath: limit] = Int(value) * unit }
    }
    set("file_size_mb", megabytes, \.fileSize, by: 1 << 20)
    set("unpacked_mb", megabytes, \.unpackedSize, by: 1 << 20)
    set("archive_entries", 1...1_000_000, \.archiveEntries)
    // More than the parser allows would promise too much.
    set("xml_depth", 1...256, \.xmlDepth)
    set("table_columns", 1...10_000, \.tableColumns)
    set("missing_cells", 0...10_000_000, \.missingTableCells)
    set("tag_attributes", 1...10_000, \.tagAttributes)
    set("sentence_words", 16...2_000, \.sentenceTokens)
    return limits
  }

  private static func market(
    _ value: PlacedText, _ known: Names, _ path: String, _ faults: FaultCollector
  ) -> String? {
    if let found = jurisdiction(value.text, among: known.jurisdictions) { return found }
    faults.report(
      path, value.at, "there are no rules for '\(value.text)'",
      remedy(for: value.text, among: known.jurisdictions))
    return nil
  }

  private static func readFormats(_ record: RecordReader) -> [String: DocumentFormat] {
    guard let formats = record.record("formats", "'formats'") else { return [:] }
    var result: [String: DocumentFormat] = [:]
    for key in formats.freeKeys {
      guard let value = formats.text(key.text) else { continue }
      if let format = DocumentFormat(rawValue: value.text) {
        result[key.text.hasPrefix(".") ? String(key.text.dropFirst()) : key.text] = format
      } else {
        let known = DocumentFormat.allCases.map(\.rawValue)
        formats.damage(
          value.at, "files cannot be read as '\(value.text)'", "write one of \(known.joined(separator: ", "))"
        )
      }
    }
    return result
  }

  private static func readSeverities(_ record: RecordReader, _ known: Names) -> [String: ConfiguredSeverity] {
    guard let severities = record.record("severity", "'severity'") else { return [:] }
    var families: [String] = []
    for rule in known.rules {
      let family = String(rule.prefix { $0 != "/" })
      if families.last != family { families.append(family) }
    }
    var result: [String: ConfiguredSeverity] = [:]
    for key in severities.freeKeys {
      if !known.rules.isEmpty, !known.rules.contains(key.text), !families.contains(key.text) {
        severities.damage(
          key.at, "there is no rule or family '\(key.text)'",
          Suggestion.remedy(for: key.text, among: known.rules + families)
            ?? "'assay rules list --kind findings' tells them")
      }
      if let value: ConfiguredSeverity = severities.choice(key.text) { result[key.text] = value }
    }
    return result
  }

  private static func approved(_ record: RecordReader, _ known: Names) -> ApprovedClaim? {
    let text = record.optionalText("text")
    let pattern = record.optionalText("pattern")
    let reference = record.text("reference")
    var markets = record.has("markets") ? record.texts("markets") : []
    if let market = record.optionalText("market") { markets.append(market) }
    let found = markets.compactMap { market($0, known, record.path, record.faults) }
    record.finish()
    if let pattern {
      do {
        _ = try Regex(pattern.text)
      } catch {
        record.damage(
          pattern.at, "this is no regular expression", "escape what is meant as it stands with \\")
      }
    }
    switch (text, pattern) {
    case (let text?, nil):
      return reference.map { ApprovedClaim(words: .text(text.text), reference: $0.text, markets: found) }
    case (nil, let pattern?):
      return record.isDamaged
        ? nil
        : reference.map { ApprovedClaim(words: .pattern(pattern.text), reference: $0.text, markets: found) }
    default:
      record.damage(
        record.at, "an approved claim needs its words", "give it a 'text' or a 'pattern', not both")
      return nil
    }
  }
}
