import yaml

from tests.quality import news


def test_the_claims_of_a_judged_pair_stand_in_articles_of_one_folder():
    home = {article.rpartition("/")[2]: name for name, articles in news.folders().items() for article in articles}
    assert [pair for pair in news.judged() if home[pair.a.article] != home[pair.b.article]] == []


def test_a_folder_is_written_with_the_words_of_its_judged_claims(tmp_path, monkeypatch):
    (tmp_path / "train").mkdir()
    (tmp_path / "train" / "a.txt").write_text("The wall is wet. The wall is dry.", "utf-8")
    pair = news.Judged(news.Place("a.txt", 0, 15), news.Place("a.txt", 17, 32), 3)
    monkeypatch.setattr(news, "folders", lambda: {"walls": ["train/a.txt"]})
    monkeypatch.setattr(news, "judged", lambda: iter([pair]))
    news.write(tmp_path, tmp_path / "out")
    gold = yaml.safe_load((tmp_path / "out" / "walls" / "gold.yaml").read_text("utf-8"))
    assert [claim["sentence"] for claim in gold["claims"]] == ["The wall is wet", "The wall is dry"]
    assert [(one["relation"], one["strength"]) for one in gold["relations"]] == [("contradiction", 3)]
