import Foundation
import Testing

@testable import Ingest

struct PDFTests {
  private static let hasProgram = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/pdftotext")
    }

  @Test(.enabled(if: hasProgram, "pdftotext (poppler-utils) is not installed"))
  func pagesAreToldOfALeaflet() throws {
    let document = try Ingest.document(path: "leaflet.pdf", format: .pdf, bytes: Fixture.bytes("leaflet.pdf"))
    let box = try #require(document.range(of: "A box with words"))
    let tab = try #require(document.range(of: "And a tab"))
    #expect(document.page(of: document.sourceRange(of: box).start) == 1)
    #expect(document.page(of: document.sourceRange(of: tab).start) == 2)
    #expect(document.file.extraction?.tool.hasPrefix("pdftotext ") == true)
    #expect(document.file.extraction?.sha256.count == 64)
  }

  @Test(.enabled(if: hasProgram, "pdftotext (poppler-utils) is not installed"))
  func aDamagedFileIsRefused() {
    let error = #expect(throws: IngestError.self) {
      try Ingest.document(path: "x.pdf", format: .pdf, bytes: Array("%PDF-1.7\nnothing".utf8))
    }
    #expect(error?.description.contains("pdftotext cannot read the PDF") == true)
  }

  @Test func whatIsNoPDFIsRefusedWithoutAProgram() {
    let error = #expect(throws: IngestError.self) {
      try Ingest.document(path: "x.pdf", format: .pdf, bytes: Array("hello".utf8))
    }
    #expect(error?.description == "this is no PDF file; is its name right?")
  }

  @Test func theTextOfAnExtractionIsReadAgain() throws {
    let extraction = SourceFile.Extraction(
      tool: "pdftotext 1", byteCount: 5, sha256: String(repeating: "0", count: 64))
    let document = try Ingest.document(
      path: "x.pdf", text: Array("One page.\n\u{C}Another page.\n\u{C}".utf8), extraction: extraction)
    #expect(document.blocks.map { document.string($0.range) } == ["One page.", "Another page."])
    #expect(document.blocks.map { document.page(of: $0.range.start) } == [1, 2])
  }
}
