/// Makes blocks, links and comments of the elements of a page, told in source order.
final class HTMLStructure {
  /// An element that is open.
  private struct Element {
    var name: TagName
    var role: HTMLRole
    /// What text in it makes, unless an element in it says otherwise.
    var kind: Block.Kind
    var level: Int
    var listDepth: Int
    var isSilent: Bool
    /// Place in the view where its tag begins.
    var start: Int
    /// Where a link began in the clean text, and its target.
    var linkStart = 0
    var target: String?
  }

  private let view: SourceView
  private let aligner: TextAligner
  private let builder: DocumentBuilder
  private var elements: [Element] = []

  init(view: SourceView, aligner: TextAligner, builder: DocumentBuilder) {
    self.view = view
    self.aligner = aligner
    self.builder = builder
  }

  private var outermost: Element {
    Element(name: "", role: .block, kind: .paragraph, level: 0, listDepth: 0, isSilent: false, start: 0)
  }

  // MARK: Elements

  /// - Parameter tag: nil for an element without a tag in the source.
  func open(_ name: TagName, _ attributes: HTMLAttributes, _ tag: HTMLTag?, at cursor: Int) {
    let parent = elements.last ?? outermost
    var element = parent
    element.name = name
    element.role = HTMLRole.byName[name] ?? .inline
    element.start = tag?.start ?? cursor
    element.target = nil
    if !attributes.isEmpty { applyState(attributes, to: &element) }
    if !parent.isSilent {
      apply(attributes, to: &element, tag, at: cursor)
      switch name {
      case "table": builder.table(.beginTable)
      case "tr": builder.table(.beginRow)
      case "td", "th": builder.table(.beginCell)
      default: break
      }
      if !element.isSilent, let tag, !attributes.isEmpty {
        liftText(attributes, element.role, tag)
        if let id = attributes["id"] { builder.addAnchor(String(decoding: id, as: UTF8.self)) }
      }
    }
    elements.append(element)
  }

  func close(_ name: TagName, at cursor: Int) {
    // The parser closes what it opened, innermost first; the search is for its slips only.
    guard let index = elements.suffix(64).lastIndex(where: { $0.name == name }) else { return }
    while elements.count > index, let element = elements.popLast() { leave(element, at: cursor) }
  }

  func finish(at cursor: Int) {
    while let element = elements.popLast() { leave(element, at: cursor) }
    builder.end()
  }

  /// What hides an element or changes its role.
  private func applyState(_ attributes: HTMLAttributes, to element: inout Element) {
    if attributes["hidden"] != nil || attributes.has("aria-hidden", "true")
      || attributes.has("role", "navigation")
      || attributes.isMarked(withAnyOf: builder.options.consentMarkers)
    {
      element.role = element.role == .inline || element.role == .anchor ? .dropped : .skipped
    }
    if element.role == .anchor, attributes.hasClass(beginningWith: ["btn", "button"]) {
      element.role = .text(.button)
    }
  }

  private func apply(_ attributes: HTMLAttributes, to element: inout Element, _ tag: HTMLTag?, at cursor: Int)
  {
    switch element.role {
    case .inline, .image, .meta: break
    case .block: builder.end()
    case .heading(let level):
      builder.end()
      (element.kind, element.level) = (.heading, level)
    case .text(let kind):
      builder.end()
      (element.kind, element.level) = (kind, 0)
    case .list:
      builder.end()
      element.listDepth += 1
    case .listItem:
      builder.end()
      (element.kind, element.level) = (.listItem, max(1, element.listDepth))
    case .lineBreak:
      if builder.isInBlock {
        builder.clean.append(
          [0x0A], for: tag.map { view.sourceRange($0.start, $0.end) } ?? view.sourceRange(cursor, cursor))
      }
    case .anchor: break
    case .code, .dropped: element.isSilent = true
    case .skipped:
      builder.end()
      element.isSilent = true
    }
    if element.role == .anchor || element.role == .text(.button), let target = attributes["href"] {
      element.target = String(decoding: target, as: UTF8.self)
      element.linkStart = builder.clean.count
    }
  }

  private func leave(_ element: Element, at cursor: Int) {
    guard !(elements.last?.isSilent ?? false) else { return }
    if let target = element.target {
      builder.addLink(over: ByteRange(element.linkStart, builder.clean.count), to: target)
    }
    switch element.role {
    case .inline, .image, .meta, .lineBreak, .anchor, .dropped: break
    case .code:
      if builder.isInBlock {
        builder.clean.append([0x20], for: view.sourceRange(element.start, max(element.start, cursor)))
      }
    case .block, .heading, .text, .list, .listItem, .skipped: builder.end()
    }
    if element.name == "table" { builder.table(.endTable) }
  }

  // MARK: Text

  /// Takes a piece of text that readers see, or passes over it.
  /// - Parameter place: appends the piece, aligned with its source, and moves on behind it.
  func text(
    _ piece: UnsafeBufferPointer<UInt8>, place: (UnsafeBufferPointer<UInt8>, inout CleanText) -> Void
  ) {
    let element = elements.last ?? outermost
    let isBlank = piece.allSatisfy(isWhiteSpace) || piece.elementsEqual([0xC2, 0xA0])
    guard !element.isSilent, builder.isInBlock || !isBlank else {
      var passedOver = CleanText()
      place(piece, &passedOver)
      return
    }
    if !builder.isInBlock { builder.begin(element.kind, level: element.level) }
    place(piece, &builder.clean)
  }

  func comment(from start: Int, to end: Int) {
    let range = view.sourceRange(start, end)
    var inner = view.bytes[start..<end]
    if inner.starts(with: "<!--".utf8) { inner = inner.dropFirst(4) }
    if inner.suffix(3).elementsEqual("-->".utf8) { inner = inner.dropLast(3) }
    builder.addComment(String(decoding: inner, as: UTF8.self), at: range)
  }

  /// Makes blocks of the text in attributes.
  private func liftText(_ attributes: HTMLAttributes, _ role: HTMLRole, _ tag: HTMLTag) {
    if role == .meta {
      if attributes.has("name", "description", "twitter:description")
        || attributes.has("property", "og:description")
      {
        lift("content", attributes, tag, .description)
      }
      return
    }
    if role == .image { lift("alt", attributes, tag, .alternativeText) }
    lift("title", attributes, tag, .alternativeText)
  }

  private func lift(_ name: StaticString, _ attributes: HTMLAttributes, _ tag: HTMLTag, _ kind: Block.Kind) {
    guard let value = attributes[name], !value.isEmpty, let place = tag.value(of: name, in: view.bytes) else {
      return
    }
    var clean = CleanText()
    if aligner.place(value, at: place.lowerBound, into: &clean) != place.upperBound {
      clean = CleanText()
      clean.append(value, for: view.sourceRange(place.lowerBound, place.upperBound))
    }
    builder.lift(kind, clean)
  }
}
