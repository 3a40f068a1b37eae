/// Finds where the values of attributes stand in the source of a tag.
struct HTMLTag {
  /// Places in a view: the `<` and what follows the `>`.
  let start: Int
  let end: Int

  /// The place of an attribute's value without its quotes; nil if the tag has no such attribute or it has no
  /// value.
  /// - Parameter name: in lower case.
  func value(of name: StaticString, in bytes: [UInt8]) -> Range<Int>? {
    let wanted = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    var index = start + 1
    while index < end, !isWhiteSpace(bytes[index]), bytes[index] != 0x2F, bytes[index] != 0x3E { index += 1 }
    while index < end {
      while index < end, isWhiteSpace(bytes[index]) || bytes[index] == 0x2F { index += 1 }
      let nameStart = index
      while index < end, !isWhiteSpace(bytes[index]), bytes[index] != 0x3D, bytes[index] != 0x3E,
        bytes[index] != 0x2F
      {
        index += 1
      }
      let nameEnd = index
      while index < end, isWhiteSpace(bytes[index]) { index += 1 }
      guard index < end, bytes[index] == 0x3D else {
        if nameEnd == nameStart { index += 1 }
        continue
      }
      index += 1
      while index < end, isWhiteSpace(bytes[index]) { index += 1 }
      let value = Self.value(at: &index, to: end, in: bytes)
      if bytes[nameStart..<nameEnd].elementsEqual(wanted, by: { lowerCase($0) == $1 }) { return value }
    }
    return nil
  }

  private static func value(at index: inout Int, to end: Int, in bytes: [UInt8]) -> Range<Int> {
    guard index < end else { return end..<end }
    let quote = bytes[index]
    let isQuoted = quote == 0x22 || quote == 0x27
    if isQuoted { index += 1 }
    let start = index
    if isQuoted {
      while index < end, bytes[index] != quote { index += 1 }
      defer { index += 1 }
      return start..<index
    }
    while index < end, !isWhiteSpace(bytes[index]), bytes[index] != 0x3E { index += 1 }
    return start..<index
  }
}

/// The attributes of one start tag as the parser gives them: names in lower case, references decoded. Lives
/// for the time of one callback.
struct HTMLAttributes {
  /// Name, value, name, value, …, nil.
  let list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  /// The value of the first attribute of that name; empty if it has none, nil if the attribute is not there.
  subscript(name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let list else { return nil }
    let wanted = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    var index = 0
    while let attribute = list[index] {
      if Self.bytes(attribute).elementsEqual(wanted) {
        return list[index + 1].map(Self.bytes) ?? UnsafeBufferPointer(start: nil, count: 0)
      }
      index += 2
    }
    return nil
  }

  var isEmpty: Bool { list?[0] == nil }

  private static func bytes(_ string: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var count = 0
    while string[count] != 0 { count += 1 }
    return UnsafeBufferPointer(start: string, count: count)
  }

  /// Whether an attribute is there with one of some values, in any case.
  func has(_ name: StaticString, _ values: String...) -> Bool {
    guard let value = self[name] else { return false }
    let folded = String(decoding: value.map(lowerCase), as: UTF8.self)
    return values.contains(folded)
  }

  /// Whether an `id` or `class` contains one of some words.
  func isMarked(withAnyOf words: [String]) -> Bool {
    for name in ["id", "class"] as [StaticString] {
      guard let value = self[name], !value.isEmpty else { continue }
      let folded = value.map(lowerCase)
      if words.contains(where: { folded.firstRange(of: $0.utf8) != nil }) { return true }
    }
    return false
  }

  /// Whether one of the classes begins with one of some words.
  func hasClass(beginningWith words: [String]) -> Bool {
    guard let value = self["class"], !value.isEmpty else { return false }
    return value.map(lowerCase).split(whereSeparator: isWhiteSpace).contains { name in
      words.contains { name.starts(with: $0.utf8) }
    }
  }
}
