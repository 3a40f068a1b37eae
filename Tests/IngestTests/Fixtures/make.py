"""Makes the Word files with python-docx, and archives that are none. Called by make.sh."""
import sys
import zipfile

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def run(text, element="w:t"):
    run = OxmlElement("w:r")
    content = OxmlElement(element)
    content.text = text
    content.set(qn("xml:space"), "preserve")
    run.append(content)
    return run


def link(paragraph, text, address):
    hyperlink = OxmlElement("w:hyperlink")
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    hyperlink.set(qn("r:id"), relation)
    hyperlink.append(run(text))
    paragraph._p.append(hyperlink)


def change(paragraph, kind, *runs):
    change = OxmlElement(kind)
    change.set(qn("w:id"), "7")
    change.set(qn("w:author"), "Editor")
    for content in runs:
        change.append(content)
    paragraph._p.append(change)


def field(paragraph, code, text):
    for kind in ["begin", None, "separate", "text", "end"]:
        if kind is None:
            paragraph._p.append(run(code, "w:instrText"))
        elif kind == "text":
            paragraph._p.append(run(text))
        else:
            mark = OxmlElement("w:r")
            character = OxmlElement("w:fldChar")
            character.set(qn("w:fldCharType"), kind)
            mark.append(character)
            paragraph._p.append(mark)


def brochure(path):
    document = Document()
    document.add_heading("Clear skin at the clinic", 0)
    document.add_heading("Our serum", 1)
    paragraph = document.add_paragraph("A vit")
    paragraph.add_run("amin").bold = True
    paragraph.add_run(" C serum. Crème — 100 % 😀 & more.")
    document.add_paragraph("First point", style="List Bullet")
    document.add_paragraph("Second point", style="List Number")
    paragraph = document.add_paragraph("Found in ")
    link(paragraph, "a trial", "https://example.org/trial")
    paragraph._p.append(run(" and in "))
    field(paragraph, ' HYPERLINK "https://example.org/other" ', "another")
    paragraph._p.append(run("."))
    paragraph = document.add_paragraph("Results ")
    change(paragraph, "w:del", run("always ", "w:delText"))
    change(paragraph, "w:ins", run("often "))
    paragraph._p.append(run("last."))
    joined = document.add_paragraph("The first half")
    properties = joined._p.get_or_add_pPr()
    mark = OxmlElement("w:rPr")
    mark.append(OxmlElement("w:del"))
    properties.append(mark)
    document.add_paragraph(" and the second.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Laser"
    table.cell(0, 1).text = "Six weeks"
    document.add_paragraph().add_run("Not for readers").font.hidden = True
    document.add_paragraph("Before and after", style="Caption")
    document.add_paragraph("So a client said.", style="Quote")
    document.add_heading("References", 1)
    document.add_paragraph("Doe A. A trial. J Skin 2019.")
    document.save(path)


def archives():
    with zipfile.ZipFile("no-document.docx", "w") as archive:
        archive.writestr("hello.txt", "hello")
    with zipfile.ZipFile("bomb.docx", "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("word/document.xml", b" " * (70 << 20))
    with zipfile.ZipFile("entity.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml",
            '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            "<w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>",
        )
    with zipfile.ZipFile("broken.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<a>\n<b></a>")

    def cell(*texts):
        return "<w:tc>%s</w:tc>" % "".join("<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % text for text in texts)

    def row(*cells):
        return "<w:tr>%s</w:tr>" % "".join(cells)

    with zipfile.ZipFile("table.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl>'
            + row(cell("Do", "and more"), cell("Avoid"))
            + row(cell("Sun cream."), cell("Peels.", "Scrubs."))
            + row(cell(""), cell("Heat."))
            + "</w:tbl><w:tbl>"
            + row(cell("Day"), cell("Step"))
            + row(cell("One"), cell("Wash."))
            + "</w:tbl></w:body></w:document>",
        )


brochure(sys.argv[1])
archives()
