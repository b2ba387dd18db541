from briefing.articles import Limits, candidates, read


def names(case):
    return [path.relative_to(case.folder).as_posix() for path in candidates(case.folder)]


def test_files_come_in_a_stable_order_without_what_is_not_an_article(case):
    for file in (
        "b.txt",
        "a/z.md",
        "a/b/c.html",
        "README.md",
        "reading.yaml",
        "config.yaml",
        ".hidden",
        ".briefing/x.txt",
        "c.jpg",
    ):
        case.put(file, "x")
    assert names(case) == ["a/b/c.html", "a/z.md", "b.txt", "c.jpg"]


def test_linked_folder_is_listed_and_skipped(case, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "x.txt").write_text("x")
    (case.folder / "more").symlink_to(outside)
    assert names(case) == ["more"]
    assert "leads out of the case" in (read(case.folder / "more", "more", Limits()).skipped or "")


def test_absent_folder_has_none(case):
    assert candidates(case.folder / "nowhere") == []
