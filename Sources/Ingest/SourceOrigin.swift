/// The way from the text that positions count in to the bytes of the file, where the two are not the same.
///
/// A sorted list of runs of equal units: in a run a unit of so many source bytes stands for one of so many bytes of the
/// file. Plain ASCII in UTF-16 is one run with units of 1 and 2 bytes; `&amp;` is one unit of 1 and 5.
struct SourceOrigin: Equatable, Sendable {
  struct Run: Equatable, Sendable {
    /// Offset into the source.
    var source: Int
    /// Offset into the file, or into the part of it.
    var file: Int
    var units: Int
    /// Bytes of a unit in the source.
    var sourceUnit: Int
    /// Bytes of a unit in the file.
    var fileUnit: Int
    /// Place in `parts`; 0 where the file has none.
    var part: Int

    var sourceEnd: Int { source + units * sourceUnit }
    var fileEnd: Int { file + units * fileUnit }
  }

  /// Names of the files in a container, as the container writes them; empty for files that are no containers.
  private(set) var parts: [String] = []
  private(set) var runs: [Run] = []

  /// Adds a part and returns its place.
  mutating func addPart(_ name: String) -> Int {
    parts.append(name)
    return parts.count - 1
  }

  /// Adds units behind all others.
  /// - Parameter source: where the first unit begins in the source.
  mutating func append(
    source: Int, file: Int, units: Int = 1, sourceUnit: Int, fileUnit: Int, part: Int = 0
  ) {
    guard units > 0 else { return }
    if let last = runs.last, last.sourceUnit == sourceUnit, last.fileUnit == fileUnit, last.part == part,
      last.sourceEnd == source, last.fileEnd == file
    {
      runs[runs.count - 1].units += units
      return
    }
    runs.append(
      Run(
        source: source, file: file, units: units, sourceUnit: sourceUnit, fileUnit: fileUnit, part: part))
  }

  /// Adds the runs of another map as they are.
  /// - Parameter source: where their source begins in this one.
  mutating func append(_ other: [Run], at source: Int) {
    for run in other {
      append(
        source: source + run.source, file: run.file, units: run.units, sourceUnit: run.sourceUnit,
        fileUnit: run.fileUnit, part: run.part)
    }
  }

  /// Where a range of the source lies in the file, widened to whole units. A range over several runs goes from its first
  /// byte to its last; one that ends in another part than it begins in ends with what it has of the first.
  func place(of range: ByteRange) -> FilePlace {
    guard !runs.isEmpty else { return FilePlace(part: name(0), range: ByteRange(0, 0)) }
    let first = index(endingAfter: range.start)
    guard first < runs.count else {
      let last = runs[runs.count - 1]
      return FilePlace(part: name(last.part), range: ByteRange(last.fileEnd, last.fileEnd))
    }
    let opening = runs[first]
    let start =
      range.start <= opening.source
      ? opening.file
      : opening.file + (range.start - opening.source) / opening.sourceUnit * opening.fileUnit
    guard range.start < range.end else {
      return FilePlace(part: name(opening.part), range: ByteRange(start, start))
    }
    var last = index(endingAfter: range.end - 1)
    if last == runs.count || runs[last].source >= range.end { last -= 1 }
    while last > first, runs[last].part != opening.part { last -= 1 }
    guard last >= first else {
      return FilePlace(part: name(opening.part), range: ByteRange(start, start))
    }
    let closing = runs[last]
    let units =
      (min(range.end, closing.sourceEnd) - closing.source + closing.sourceUnit - 1) / closing.sourceUnit
    let end = closing.file + units * closing.fileUnit
    return FilePlace(part: name(opening.part), range: ByteRange(min(start, end), max(start, end)))
  }

  /// The source of a range of the file, which begins and ends with whole units; nil where nothing came from there.
  func source(of place: FilePlace) -> ByteRange? {
    var found: ByteRange?
    for run in runs
    where name(run.part) == place.part && run.file < place.range.end && place.range.start < run.fileEnd {
      let start = max(place.range.start, run.file) - run.file
      let end = min(place.range.end, run.fileEnd) - run.file
      let range = ByteRange(
        run.source + start / run.fileUnit * run.sourceUnit,
        run.source + (end + run.fileUnit - 1) / run.fileUnit * run.sourceUnit)
      found = found?.union(range) ?? range
    }
    return found
  }

  private func name(_ part: Int) -> String? { parts.indices.contains(part) ? parts[part] : nil }

  /// The first run that ends behind a source offset, or the number of runs.
  private func index(endingAfter offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].sourceEnd > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// A stretch of bytes of a file.
public struct FilePlace: Equatable, Sendable {
  /// The file in a container, such as `word/document.xml`; nil where the file itself is meant.
  public var part: String?
  /// Bytes, unpacked and otherwise as they were read.
  public var range: ByteRange

  public init(part: String?, range: ByteRange) {
    self.part = part
    self.range = range
  }
}
