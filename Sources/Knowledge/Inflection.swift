/// Forms of regular English words, with the irregular ones of the rules.
struct Inflection {
  /// Third person, -ing form, past forms, by base form.
  var irregularVerbs: [String: [String]] = [:]
  /// Irregular plurals, by singular.
  var plurals: [String: String] = [:]
  private let singulars: [String: String]

  init(irregularVerbs: [String: [String]] = [:], plurals: [String: String] = [:]) {
    self.irregularVerbs = irregularVerbs
    self.plurals = plurals
    var singulars: [String: String] = [:]
    for (singular, plural) in plurals.sorted(by: { $0.key < $1.key }) { singulars[plural] = singular }
    self.singulars = singulars
  }

  // MARK: Nouns

  /// The plural of a singular noun; nil where the word looks like a plural already, or has none (-is).
  func plural(of word: String) -> String? {
    if let irregular = plurals[word] { return irregular }
    guard word.utf8.count >= 3, word.utf8.allSatisfy({ 0x61...0x7A ~= $0 }), singulars[word] == nil
    else { return nil }
    if word.hasSuffix("ss") || word.hasSuffix("us") { return word + "es" }
    if word.hasSuffix("s") { return nil }
    if endsInConsonantAndY(word) { return word.dropLast() + "ies" }
    return word + (endsInHiss(word) ? "es" : "s")
  }

  /// The singular of a regular or known plural; nil where the word does not look like one.
  func singular(of word: String) -> String? {
    if let irregular = singulars[word] { return irregular }
    guard word.utf8.count >= 4, word.utf8.allSatisfy({ 0x61...0x7A ~= $0 }), word.hasSuffix("s"),
      !["ss", "us", "is"].contains(where: word.hasSuffix)
    else { return nil }
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    if ["sses", "ches", "shes", "xes", "zzes"].contains(where: word.hasSuffix) {
      return String(word.dropLast(2))
    }
    return String(word.dropLast())
  }

  // MARK: Verbs

  /// All forms of a verb, the base first; a spelling stands once for each form it can be.
  func forms(of verb: String) -> [(text: String, form: WordForm)] {
    var result: [(text: String, form: WordForm)] = [(verb, .base)]
    func add(_ text: String, _ form: WordForm) {
      if !result.contains(where: { $0.text == text && $0.form == form }) { result.append((text, form)) }
    }
    if verb == "be" {
      for text in ["are", "am"] { add(text, .base) }
      add("were", .past)
    }
    if let irregular = irregularVerbs[verb], irregular.count >= 3 {
      add(irregular[0], .third)
      // Doublets may stand in any place after the third person: an -ing form is known by its ending.
      for text in irregular.dropFirst() { add(text, text.hasSuffix("ing") ? .ing : .past) }
      return result
    }
    add(third(verb), .third)
    for stem in stems(verb) {
      add(stem.ing + "ing", .ing)
      add(stem.past, .past)
    }
    return result
  }

  private func third(_ verb: String) -> String {
    if endsInConsonantAndY(verb) { return verb.dropLast() + "ies" }
    return verb + (endsInHiss(verb) || verb.hasSuffix("o") ? "es" : "s")
  }

  /// What stands before -ing, and the past; both spellings where a last consonant may be doubled.
  private func stems(_ verb: String) -> [(ing: String, past: String)] {
    if verb.hasSuffix("ie") { return [(verb.dropLast(2) + "y", verb + "d")] }
    if verb.hasSuffix("e") {
      let keepsE = ["ee", "oe", "ye"].contains(where: verb.hasSuffix)
      return [(keepsE ? verb : String(verb.dropLast()), verb + "d")]
    }
    if endsInConsonantAndY(verb) { return [(verb, verb.dropLast() + "ied")] }
    if verb.hasSuffix("ic") { return [(verb + "k", verb + "ked")] }
    let single = (ing: verb, past: verb + "ed")
    guard let doubled = doubled(verb) else { return [single] }
    let double = (ing: doubled, past: doubled + "ed")
    return vowelGroups(verb) == 1 ? [double] : [single, double]
  }

  /// The verb with its last letter twice, where it ends in consonant, single vowel, consonant (not w, x, y).
  private func doubled(_ verb: String) -> String? {
    let letters = Array(verb.utf8)
    guard letters.count >= 3, let last = letters.last, !isVowel(last), ![0x77, 0x78, 0x79].contains(last),
      isVowel(letters[letters.count - 2]), !isVowel(letters[letters.count - 3])
    else { return nil }
    return verb + String(decoding: [last], as: UTF8.self)
  }

  private func vowelGroups(_ word: String) -> Int {
    var groups = 0
    var inside = false
    for byte in word.utf8 {
      let vowel = isVowel(byte) || byte == 0x79
      if vowel && !inside { groups += 1 }
      inside = vowel
    }
    return groups
  }

  private func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61, 0x65, 0x69, 0x6F, 0x75: true
    default: false
    }
  }

  private func endsInHiss(_ word: String) -> Bool {
    ["s", "x", "z", "ch", "sh"].contains(where: word.hasSuffix)
  }

  private func endsInConsonantAndY(_ word: String) -> Bool {
    let letters = Array(word.utf8.suffix(2))
    return letters.count == 2 && letters[1] == 0x79 && !isVowel(letters[0])
  }
}
