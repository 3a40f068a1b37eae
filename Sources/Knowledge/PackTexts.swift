/// The texts of a compiled pack.
///
/// Those of the pack in this executable are made when they are asked for, as a check asks for a part of them only; those of
/// any other pack are all made, and looked at, when it is read.
final class PackTexts: @unchecked Sendable {
  private let made: [String]
  private let blob: UnsafeBufferPointer<UInt8>
  private let ends: [UInt32]
  /// Whether the bytes stay as long as the program runs, and texts can be made later.
  let isOwn: Bool

  init(_ bytes: PackBytes) throws(CompiledPack.Damage) {
    isOwn = bytes.isOwn
    blob = bytes[.strings].bindMemory(to: UInt8.self)
    ends = try bytes.array(.stringEnds)
    made = isOwn ? [] : try Self.all(blob, ends)
  }

  var count: Int { ends.count }

  /// - Precondition: `place` is less than `count`.
  func text(_ place: Int) -> String {
    if !isOwn { return made[place] }
    let start = place == 0 ? 0 : Int(ends[place - 1])
    let end = Int(ends[place])
    guard start <= end, end <= blob.count else { return "" }
    return String(decoding: UnsafeBufferPointer(rebasing: blob[start..<end]), as: UTF8.self)
  }

  private static func all(
    _ blob: UnsafeBufferPointer<UInt8>, _ ends: [UInt32]
  ) throws(CompiledPack.Damage) -> [String] {
    var texts: [String] = []
    texts.reserveCapacity(ends.count)
    var start = 0
    for end in ends {
      let end = Int(end)
      guard start <= end, end <= blob.count else { throw CompiledPack.Damage(problem: "a text is cut off") }
      // The general initialiser that validates takes ten times as long. Repairs of what is no UTF-8 change the length.
      let text = String(decoding: UnsafeBufferPointer(rebasing: blob[start..<end]), as: UTF8.self)
      guard text.utf8.count == end - start else {
        throw CompiledPack.Damage(problem: "a text is no UTF-8")
      }
      texts.append(text)
      start = end
    }
    return texts
  }
}

/// Texts that may lie in a compiled pack still.
struct TextList: Equatable, Sendable {
  private enum Content {
    case made([String])
    /// Places in the texts of the pack.
    case packed([UInt32], PackTexts)
  }
  private let content: Content

  init(_ texts: [String]) { content = .made(texts) }

  /// - Precondition: all places are less than the number of texts.
  init(_ places: [UInt32], of texts: PackTexts) { content = .packed(places, texts) }

  var texts: [String] {
    switch content {
    case .made(let texts): texts
    case .packed(let places, let pack): places.map { pack.text(Int($0)) }
    }
  }

  static func == (a: TextList, b: TextList) -> Bool { a.texts == b.texts }
}
