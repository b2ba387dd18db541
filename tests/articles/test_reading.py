import io
import os
import subprocess
import sys
import zipfile

import docx
import pypdf
import pytest

from briefing.articles import Limits, read

PROSE = "The minister said on Monday that the harbour would stay closed."


def pdf(*pages: str) -> bytes:
    """A PDF of one line of text a page."""
    count = len(pages)
    kids = " ".join(f"{3 + 2 * i} 0 R" for i in range(count))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {count}>>"]
    font = "<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    for i, words in enumerate(pages):
        stream = f"BT /F 12 Tf 50 700 Td ({words}) Tj ET" if words else ""
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {4 + 2 * i} 0 R/Resources{font}>>")
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{body}endobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\n"
    return out + f"{tail}startxref\n{len(out)}\n%%EOF".encode()


def word(*paragraphs: tuple[str, str]) -> bytes:
    document = docx.Document()
    for style, words in paragraphs:
        document.add_paragraph(words, style=style)
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = "Of 12 ships, 4 were searched, the table says."
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_pdf_pages_become_paragraphs(case, bodies):
    assert bodies(case.read("a.pdf", pdf(PROSE, "He denied it on Tuesday."))) == [PROSE, "He denied it on Tuesday."]


def test_sentence_goes_on_over_a_page(case):
    source = case.read("a.pdf", pdf("The minister said on Monday that", "the harbour would stay closed."))
    assert " ".join(source.text.split()) == PROSE


def test_locked_pdf_says_so(case):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(PROSE)))
    writer.encrypt("secret", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    assert "password" in (case.read("a.pdf", file.getvalue()).skipped or "")


def test_word_file_keeps_order_headings_and_tables(case, kinds):
    source = case.read(
        "a.docx", word(("Title", "Harbour closed"), ("Normal", PROSE), ("Caption", "The harbour in May"))
    )
    assert kinds(source) == {
        "Harbour closed": "heading",
        PROSE: "body",
        "The harbour in May": "caption",
        "Of 12 ships, 4 were searched, the table says.": "body",
    }


def test_page_gives_its_main_text_without_scripts_and_menus(case, bodies):
    source = case.read(
        "a.html",
        "<html><head><title>Harbour closed | Port Herald</title><script>alert('x')</script></head><body><nav>Home News Sport</nav>"
        f"<article><h1>Harbour closed</h1><time datetime='2026-05-03'>3 May</time><p>{PROSE} It was <b>not</b>\n  a surprise.</p>"
        "<ul><li>Two ships were turned away on Sunday night, the coastguard said.</li></ul></article>"
        "<footer>© Port Herald</footer></body></html>",
    )
    assert bodies(source) == [
        f"{PROSE} It was not a surprise.",
        "Two ships were turned away on Sunday night, the coastguard said.",
    ]
    assert (source.title, source.publisher, source.published) == ("Harbour closed", "Port Herald", "2026-05-03")
    assert "publisher" in source.inferred


def test_entities_and_overrides_in_a_page_are_kept_exactly(case, bodies):
    source = case.read(
        "a.html", f"<html><body><p>{PROSE} He said &ldquo;no\u202eyes&rdquo; &amp; left.</p></body></html>"
    )
    assert bodies(source) == [f"{PROSE} He said “no\u202eyes” & left."]


@pytest.mark.parametrize(
    ("file", "content", "reason"),
    [
        ("a.jpg", b"x", ".jpg are not read"),
        ("noending", b"x", "without an ending"),
        ("a.txt", b"", "empty"),
        ("a.txt", b"\xef\xbb\xbf \r\n\t", "no text"),
        ("a.md", b" \n\n", "empty"),
        ("a.html", b"<html><body></body></html>", "no text"),
        ("a.html", b"<div>" * 100_000 + b"x", "no text"),
        ("a.pdf", b"%PDF-1.4\n1 0 obj <<", "damaged"),
        ("a.pdf", pdf("", ""), "OCR"),
        ("a.docx", b"PK\x03\x04 no archive", "not a Word file"),
    ],
)
def test_unusable_files_are_skipped_with_a_reason(case, file, content, reason):
    source = case.read(file, content)
    assert reason in (source.skipped or "")
    assert not source.text


def test_limits_are_heeded(case):
    assert "larger than 1 MiB" in (case.read("a.txt", b"x " * 600_000, Limits(file_mb=1)).skipped or "")
    assert "limit of 2" in (case.read("a.pdf", pdf(PROSE, PROSE, PROSE), Limits(pages=2)).skipped or "")
    for file, content in {"a.txt": PROSE.encode(), "b.pdf": pdf(PROSE), "c.docx": word(("Normal", PROSE))}.items():
        assert "more than 20 characters" in (case.read(file, content, Limits(text_chars=20)).skipped or "")


def test_archive_that_unpacks_without_end_is_not_unpacked(case):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (12 << 20))
    assert "unpacks to 12 MiB" in (case.read("a.docx", file.getvalue(), Limits(file_mb=1)).skipped or "")


def test_links_and_odd_files_are_skipped(case, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text(PROSE)
    (case.folder / "link.txt").symlink_to(outside)
    (case.folder / "gone.txt").symlink_to(case.folder / "nowhere.txt")
    (case.folder / "loop.txt").symlink_to(case.folder / "loop.txt")
    (case.folder / "folder.txt").mkdir()
    os.mkfifo(case.folder / "pipe.txt")
    reasons = {path.name: read(path, path.name, Limits()).skipped for path in case.folder.iterdir()}
    assert "leads out of the case" in (reasons.pop("link.txt") or "")
    assert all(reasons.values()), reasons


def test_link_within_the_case_is_read(case):
    case.put("sub/a.txt", PROSE)
    (case.folder / "b.txt").symlink_to(case.folder / "sub" / "a.txt")
    assert read(case.folder / "b.txt", "b.txt", Limits()).text == PROSE


def test_same_bytes_have_the_same_id_and_hash(case):
    first, second = case.read("a.txt", PROSE), case.read("sub/b.txt", PROSE)
    assert (first.id, first.sha256) == (second.id, second.sha256)
    assert second.file == "sub/b.txt"


def test_hidden_characters_stay_in_the_text(case):
    text = f"\x1b[31m{PROSE}\x1b[0m \u202eeht\u202c\0 said\u200b so.\n"
    assert case.read("a.txt", text).text == text


@pytest.mark.parametrize(
    "piece", ["x", "word ", "A. ", "THE ", "a@", "| ", "* ", "“", "told ", "1 = ", "\n", "a\r", "Of a day\n"]
)
def test_endless_repetition_is_read_soon(case, piece):
    source = case.read("a.txt", piece * (200_000 // len(piece)) + " It said no.")
    assert max(p.end - p.start for p in source.passages) <= 20_000


def test_heavy_libraries_wait_for_a_file_of_their_kind():
    code = (
        "import sys, pathlib, briefing.articles as a; a.read(pathlib.Path('x.txt'), 'x.txt', a.Limits());"
        "print([m for m in ('trafilatura','pypdf','docx','lxml','pydantic','yaml','charset_normalizer') if m in sys.modules])"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


@pytest.mark.parametrize(
    ("below", "shown"),
    [
        ("<h2>Ida Lund, engineer of the dam, tells what she saw</h2>", True),
        ("<p class='article-standfirst'>Ida Lund, engineer of the dam, tells what she saw</p>", True),
        ("<p>It was cold.</p><nav><h2>Ida Lund, engineer of the dam, tells what she saw</h2></nav>", False),
    ],
)
def test_what_stands_right_below_a_headline_is_kept(case, below, shown):
    page = (
        f"<html><head><title>The wall is wet</title></head><body><h1>The wall is wet</h1>{below}"
        "<div class='ts'>5 April 2019</div><p>She lives an hour north of the city and has laid three folders out.</p>"
        "<p>The gates were shut at ten in the evening, and nobody told the village.</p></body></html>"
    )
    text = case.read("a.html", page.encode()).text
    assert text.count("Ida Lund") == shown
