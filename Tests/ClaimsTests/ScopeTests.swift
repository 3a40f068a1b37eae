import Claims
import Ingest
import Testing

/// How far words of denial and doubt reach.
@Suite struct ScopeTests {
  @Test(arguments: [
    ("The gel did not soothe the skin of the arms.", "not soothe the skin of the arms"),
    ("The scar was not seen after a year.", "The scar was not seen after a year"),
    ("The cream, which does not sting, is cheap.", "not sting"),
    ("Because the oil does not sink in, the skin shines.", "not sink in"),
    ("Hair that was not dyed grew faster.", "that was not dyed"),
    ("The mask lifts oil but not dirt.", "not dirt"),
    ("The mask does not dry the skin and it smells good.", "not dry the skin"),
    ("We could not find any trace of mercury (Table 2).", "could not find any trace of mercury"),
    ("No mercury was found in the soap.", "No mercury was found in the soap"),
    ("The lack of shade in the garden was noted.", "lack of shade in the garden"),
    ("The patient was unable to bend the arm.", "The patient was unable to bend the arm"),
    ("However, the swelling was not treated, suggesting a mistake.", "the swelling was not treated"),
  ])
  func denialReachesTheWordsItActsOn(text: String, scope: String) throws {
    #expect(try ProbeText(text).scopes(.negation) == [scope])
  }

  @Test(arguments: [
    ("The lotion may calm the skin.", "may calm the skin"),
    ("The rash may be caused by nickel.", "The rash may be caused by nickel"),
    ("The redness seems to fade.", "The redness seems to fade"),
    ("It is unclear whether shade helps.", "unclear whether shade helps"),
    ("These results suggest that nickel is the cause.", "suggest that nickel is the cause"),
    ("A possible role of nickel was discussed.", "possible role of nickel"),
  ])
  func doubtReachesTheWordsItActsOn(text: String, scope: String) throws {
    #expect(try ProbeText(text).scopes(.speculation).contains(scope))
  }

  @Test(arguments: [
    "It is soft and not only cheap.", "There is no doubt that it is soft.",
    "It is the best possible choice of all.",
    "Wash it as soon as possible.", "He often shaves.", "The can is red.",
  ])
  func whatOnlyLooksLikeACueIsNone(text: String) throws {
    let probe = try ProbeText(text)
    #expect(probe.scopes(.negation) == [] && probe.scopes(.speculation) == [])
  }

  @Test(arguments: [
    "She denies «itching» and pain.", "She denies itching, burning or «pain».",
    "There was no evidence of «infection».",
    "The «rash» has resolved.", "Skin: no «acne».", "The swab was negative for «herpes».",
    "«Scabies» was ruled out.",
    "No «rash», blisters or scars were found.", "She did not have any «fever».",
    "Neither «fever» nor chills were noted.",
    "The skin is warm without «lesions».",
  ])
  func findingsThatAreDeniedAreNegated(text: String) throws {
    let probe = try ProbeText(text)
    #expect(probe.probe.isNegated(probe.phrases[0], in: probe.document))
  }

  @Test(arguments: [
    "She has «itching» but no pain.", "There is no doubt about the «rash».",
    "She denies pain, but the «rash» is back.",
    "The «rash» did not fade.", "Not only the «rash» but the swelling is worse.",
    "She has a history of «acne», not of eczema.",
    "The wound without «stitches removed» is clean, and the «scar» is red.",
  ])
  func findingsThatAreThereAreAffirmed(text: String) throws {
    let probe = try ProbeText(text)
    let phrase = try #require(probe.phrases.last)
    #expect(!probe.probe.isNegated(phrase, in: probe.document))
  }

  @Test func theScopeOfACueIsKeptWithIt() throws {
    let read = try Reading("Kojic acid may not lighten melasma in darker skin, but azelaic acid does.")
    let scopes = read.reading.cues.filter { !$0.scope.isEmpty }.map { read.text($0.scope) }
    #expect(scopes.contains("not lighten melasma in darker skin"))
    #expect(scopes.contains("may not lighten melasma in darker skin"))
  }
}
