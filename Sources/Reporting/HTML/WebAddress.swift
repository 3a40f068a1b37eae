/// Addresses that a report may link to.
package enum WebAddress {
  /// Whether an address begins with http or https and has neither white space nor control characters, so that it can
  /// only be followed, never run.
  package static func isSafe(_ address: String) -> Bool {
    var address = address
    return address.withUTF8 { bytes in
      guard starts(bytes, with: "https://") || starts(bytes, with: "http://") else { return false }
      return bytes.indices.allSatisfy { place in
        let byte = bytes[place]
        // C1 controls and the no-break space are C2 80 to C2 A0.
        let isSecondOfControl = place > 0 && bytes[place - 1] == 0xC2 && byte <= 0xA0
        return byte > 0x20 && byte != 0x7F && byte != 0x5C && !isSecondOfControl
      }
    }
  }

  private static func starts(_ bytes: UnsafeBufferPointer<UInt8>, with scheme: StaticString) -> Bool {
    guard bytes.count > scheme.utf8CodeUnitCount else { return false }
    for index in 0..<scheme.utf8CodeUnitCount {
      let byte = bytes[index]
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if lower != scheme.utf8Start[index] { return false }
    }
    return true
  }
}
