import Testing

@testable import Reporting

@Suite struct ByteAppendingTests {
  @Test(arguments: [0, 7, 10, 99, 100, 65_535, 1_000_000_007, Int.max, Int.min, -1])
  func writesNumbersAsSwiftDoes(number: Int) {
    var bytes: [UInt8] = []
    bytes.append(decimal: number)
    #expect(String(decoding: bytes, as: UTF8.self) == String(number))
  }

  @Test func placeSetsAreInOrder() {
    var first = PlaceSet()
    for place: Int32 in [130, 3, -1, 64, 3] { first.insert(place) }
    var second = PlaceSet()
    second.insert(500)
    first.formUnion(second)
    #expect(first.places == [3, 64, 130, 500])
  }
}
