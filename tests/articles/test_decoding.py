import pytest

QUOTE = "It’s “fine”, said José – today."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_is_the_decoded_file_in_any_encoding(case, encoding):
    assert case.read("a.txt", QUOTE.encode(encoding)).text == QUOTE


def test_latin_1_control_range_does_not_stop_reading(case):
    text = "The owner of the café\x81 said no to the offer."
    assert case.read("a.txt", text.encode("latin-1")).text == text


def test_another_script_is_told_from_accented_english(case):
    text = "Президент заявил, что не уйдет в отставку. Министр сказал об этом вчера вечером в столице." * 3
    assert case.read("a.txt", text.encode("cp1251")).text == text


def test_line_ends_stay_as_they_are(case, bodies):
    source = case.read("a.txt", b"\xef\xbb\xbfHe said so on Monday.\r\n\r\nShe denied it on Tuesday.\r\n")
    assert source.text == "He said so on Monday.\r\n\r\nShe denied it on Tuesday.\r\n"
    assert bodies(source) == ["He said so on Monday.", "She denied it on Tuesday."]


def test_a_few_bad_bytes_do_not_turn_utf_8_into_something_else(case):
    text = "“Nothing is decided”, the minister said. " * 10
    assert case.read("a.txt", text.encode() + b"\xed\xa0\x80").text.startswith(text)


def test_text_can_always_be_encoded_again(case):
    for data in (b"a said \xed\xa0\x80 b.", "a \ud800 b".encode("utf-16-le", "surrogatepass")):
        case.read("a.txt", data).text.encode()


def test_binary_data_is_skipped_with_the_reason(case):
    assert "binary" in (case.read("a.txt", bytes(range(256)) * 20).skipped or "")


def test_page_declares_its_encoding(case, bodies):
    page = "<html><head><meta charset='iso-8859-2'></head><body><p>Łódź said that it would not pay a single złoty.</p></body></html>"
    assert bodies(case.read("a.html", page.encode("iso-8859-2"))) == ["Łódź said that it would not pay a single złoty."]


def test_utf_16_that_begins_with_a_nul_is_not_utf_32(case):
    text = "\0The minister said on Monday that he would stay."
    assert case.read("a.txt", text.encode("utf-16")).text == text
