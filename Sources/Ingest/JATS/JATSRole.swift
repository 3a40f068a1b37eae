/// What an element of the Journal Article Tag Suite (NISO Z39.96) makes of the text in it.
enum JATSRole {
  /// Goes on in the block that is open.
  case inline
  /// Ends the block that is open; its text takes the kind of what is around it.
  case container
  /// Begins blocks of a kind of its own.
  case text(Block.Kind)
  /// A heading, unless it stands in a caption.
  case title
  /// The title of the article, or of one that it cites.
  case articleTitle
  case section
  case list
  case reference
  /// A note that stands outside the text around it.
  case note
  case crossReference
  case link
  case identifier
  case lineBreak
  /// A formula, code: holds a place in the sentence, and is not read.
  case opaque
  case skipped

  /// The role of an element by its name without prefix.
  static func of(_ name: String) -> JATSRole { byName[name] ?? .inline }

  private static let byName: [String: JATSRole] = {
    var roles: [String: JATSRole] = [
      "subtitle": .text(.heading), "title": .title, "article-title": .articleTitle, "sec": .section,
      "abstract": .section, "ref-list": .section, "app": .section, "list": .list, "def-list": .list,
      "list-item": .text(.listItem), "def-item": .text(.listItem), "disp-quote": .text(.quote),
      "td": .text(.tableCell), "th": .text(.tableCell), "fig": .text(.caption), "table-wrap": .text(.caption),
      "caption": .text(.caption), "ref": .reference, "fn": .note, "alt-text": .text(.alternativeText),
      "long-desc": .text(.alternativeText), "xref": .crossReference, "ext-link": .link, "uri": .link,
      "pub-id": .identifier, "break": .lineBreak, "inline-formula": .opaque, "chem-struct": .opaque,
    ]
    for name in [
      "p", "article", "front", "front-stub", "article-meta", "body", "back", "boxed-text", "table", "thead",
      "tbody",
      "tfoot", "tr", "table-wrap-foot", "fn-group", "app-group", "floats-group", "def", "statement",
      "supplementary-material",
      "fig-group", "table-wrap-group", "verse-group", "speech", "title-group",
    ] {
      roles[name] = .container
    }
    for name in [
      "journal-meta", "article-id", "article-categories", "contrib-group", "aff", "aff-alternatives",
      "author-notes",
      "pub-date", "pub-date-not-available", "history", "pub-history", "permissions", "kwd-group",
      "funding-group",
      "counts", "custom-meta-group", "volume", "volume-id", "issue", "issue-id", "issue-title", "issue-part",
      "fpage", "lpage",
      "elocation-id", "related-article", "related-object", "self-uri", "conference", "product", "supplement",
      "trans-title-group", "trans-abstract", "alt-title", "processing-meta", "label", "disp-formula",
      "disp-formula-group", "code", "preformat", "object-id", "ack", "glossary", "notes", "bio", "media",
      "graphic",
      "inline-graphic", "sub-article", "response", "sec-meta", "support-group", "isbn", "issn",
    ] {
      roles[name] = .skipped
    }
    return roles
  }()
}
