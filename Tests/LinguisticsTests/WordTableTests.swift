import Linguistics
import Testing

@Suite struct WordTableTests {
  private func bytes(_ word: String) -> [UInt8] { Array(word.utf8) }

  @Test func wordsAreNumberedFromOne() {
    var words = WordTable()
    #expect(words.find(bytes("dark")) == nil)
    #expect(words.add(bytes("dark")) == 1)
    #expect(words.add(bytes("light")) == 2)
    #expect(words.add(bytes("dark")) == 1, "a word that is there keeps its number")
    #expect(words.find(bytes("light")) == 2)
    #expect(words.find(bytes("ligh")) == nil && words.find([]) == nil)
    #expect(words.count == 2)
  }

  @Test func spellingsShareTheNumber() {
    var words = WordTable()
    let number = words.add(bytes("café"))
    words.add(bytes("cafe"), as: number)
    #expect(words.find(bytes("cafe")) == number)
    #expect(words.count == 1)
    let other = words.add(bytes("coffee"))
    words.add(bytes("cafe"), as: other)
    #expect(words.find(bytes("cafe")) == number, "the first number stays")
  }

  @Test func manyWordsAreAllFound() {
    var words = WordTable()
    let all = (0..<2_000).map { "w\($0 * 7)" }
    for word in all { _ = words.add(bytes(word)) }
    for (index, word) in all.enumerated() { #expect(words.find(bytes(word)) == Int32(index + 1), "\(word)") }
    #expect(words.entries.count * 2 <= words.slots.count, "at most half full")
  }

  @Test func aTableIsMadeAgainFromItsParts() throws {
    var words = WordTable()
    for word in ["dark", "light", "é"] { _ = words.add(bytes(word)) }
    let again = try #require(
      WordTable(slots: words.slots, entries: words.entries, bytes: words.bytes, count: words.count))
    #expect(again == words)
  }

  @Test func damagedPartsMakeNoTable() {
    var words = WordTable()
    for word in ["dark", "light"] { _ = words.add(bytes(word)) }
    func table(
      slots: [UInt32]? = nil, entries: [WordTable.Entry]? = nil, bytes: [UInt8]? = nil, count: Int32? = nil
    ) -> WordTable? {
      WordTable(
        slots: slots ?? words.slots, entries: entries ?? words.entries, bytes: bytes ?? words.bytes,
        count: count ?? words.count)
    }
    #expect(table() != nil)
    #expect(table(slots: []) == nil, "no slots")
    #expect(table(slots: Array(words.slots.dropLast())) == nil, "no power of two")
    #expect(table(slots: [1, 2]) == nil, "more than half full")
    #expect(table(slots: words.slots.map { $0 == 0 ? 3 : $0 }) == nil, "a slot without an entry")
    #expect(table(bytes: Array(words.bytes.dropLast())) == nil, "an entry behind the bytes")
    #expect(table(count: 1) == nil, "a word beyond the count")
    var entries = words.entries
    entries[0].word = 0
    #expect(table(entries: entries) == nil, "a word without a number")
    entries = words.entries
    entries[1].length = .max
    #expect(table(entries: entries) == nil, "an entry without an end")
  }

  @Test func aSpellingOfAnUnknownWordIsRefused() async {
    await #expect(processExitsWith: .failure) {
      var words = WordTable()
      words.add(Array("dark".utf8), as: 1)
    }
  }
}
