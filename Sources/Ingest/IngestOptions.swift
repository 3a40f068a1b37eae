/// What reading depends on beside the bytes: words of a language, and habits of web pages.
public struct IngestOptions: Sendable {
  /// Headings that begin a list of references, in lower case without the colon. What follows, up to the next
  /// heading of the same or a higher level, is of kind `reference`.
  public var referenceHeadings: Set<String>
  /// Parts of an `id` or `class` by which a banner asking for consent to cookies is known, in lower case.
  public var consentMarkers: [String]
  /// The encoding of text without a byte order mark, whatever it declares; nil: what it declares, else UTF-8.
  public var encoding: TextEncoding?
  public var limits: ReadingLimits

  public init(
    referenceHeadings: Set<String> = IngestOptions.englishReferenceHeadings,
    consentMarkers: [String] = IngestOptions.commonConsentMarkers, encoding: TextEncoding? = nil,
    limits: ReadingLimits = ReadingLimits()
  ) {
    self.encoding = encoding
    self.referenceHeadings = referenceHeadings
    self.consentMarkers = consentMarkers
    self.limits = limits
  }

  public static let englishReferenceHeadings: Set<String> = [
    "references", "reference list", "sources", "bibliography", "works cited", "literature cited", "citations",
    "further reading", "references and sources", "sources and references", "selected references",
  ]

  public static let commonConsentMarkers = [
    "cookie-banner", "cookie-consent", "cookie-notice", "cookie-bar", "cookie-popup", "cookie-law",
    "cookiebanner",
    "cookieconsent", "cookienotice", "cookiebar", "cookie_banner", "cookie_consent", "cookie_notice",
    "cookiebot",
    "consent-banner", "gdpr-banner", "gdpr-consent", "onetrust",
  ]
}
