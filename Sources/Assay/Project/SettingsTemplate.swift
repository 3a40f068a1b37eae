/// What `assay init` writes: every key of the settings, explained and commented out.
public enum SettingsTemplate {
  public static let text = """
    # Settings of assay for the texts of this directory and below. Of several such files the nearest above a text holds.
    # Keys that are not known are errors. What the command line says wins.

    # Which files of a directory are checked, as patterns from here. Without 'include': all .txt, .md, .html,
    # .docx, .nxml and .pdf files.
    # What .gitignore names is left out anyway.
    # include: ["site/**/*.md", "leaflets/"]
    # exclude: ["site/drafts/", "**/CHANGELOG.md"]

    # Files with other endings, and what they are: text, markdown, html, docx, jats or pdf.
    # formats: {mdx: markdown, njk: html}

    # The encoding of texts without a byte order mark, where it is not UTF-8 and they do not declare it.
    # encoding: windows-1252

    # The form of the report.
    # format: text

    # The markets that the texts are meant for: us, uk, ie, eu, au, ca.
    # jurisdictions: [uk, ie]

    # What products are in law whose class is not known: drug, device, cosmetic, supplement, procedure.
    # product: cosmetic

    # How grave findings are, by rule or family: error, warning, note, off.
    # severity:
    #   citation: warning
    #   language/absolute: error
    #   evidence/uncovered: off

    # When the gate fails: at findings of this severity or a graver one (error, warning, note, never) …
    # fail_on: error
    # … or where a text scores less (0 to 100).
    # min_score: 60

    # Findings that were there before ('assay baseline write' makes the file).
    # baseline: assay-baseline.json

    # Directories with rules of your own, beside those that assay has ('assay rules validate' checks them).
    # rules: [assay-rules]

    # Larger files are refused: megabytes, 1 to 256. Without it: 64. There are more limits: unpacked_mb, archive_entries, xml_depth,
    # table_columns, missing_cells, tag_attributes, sentence_words.
    # limits: {file_size_mb: 16}

    # Claims that somebody approved: the words, or a regular expression; where the approval is on file; the markets it holds in.
    # approved:
    #   - text: "Our day serum leaves skin looking brighter."
    #     reference: "Medical affairs, approval 2026-014"
    #     markets: [uk]
    #   - pattern: "looks? brighter in (eight|8) weeks"
    #     reference: "Claims file 22, trial report 3"

    """
}
