from pathlib import Path

import pytest

from briefing.articles import Limits
from briefing.case.worker import Worker, WorkerError
from briefing.dossier import Source
from briefing.extraction import NO_FRAMES, Aliases


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("Nobody was hurt, the mayor said.\n", encoding="utf-8")
    return path


def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_is_read(article, monkeypatch):
    worker = Worker(memory_mb=4096, seconds_per_file=0.0)
    with pytest.raises(WorkerError, match="took longer"):
        worker.read(article, "a.txt", Limits())
    worker._seconds = 60.0
    assert worker.read(article, "a.txt", Limits()).text.startswith("Nobody")
    worker.close()


def test_a_process_that_dies_is_said_and_replaced(article):
    worker = Worker(memory_mb=4096, seconds_per_file=60.0)
    worker.read(article, "a.txt", Limits())
    worker._process.kill()
    worker._process.wait()
    assert worker.read(article, "a.txt", Limits()).text.startswith("Nobody")
    worker.close()


def test_too_little_memory_is_a_reason_and_not_a_crash(tmp_path):
    path = tmp_path / "large.txt"
    path.write_text("Nobody was hurt, the mayor said.\n\n" * 400_000, encoding="utf-8")
    worker = Worker(memory_mb=96, seconds_per_file=60.0)
    with pytest.raises(WorkerError, match="memory"):
        worker.read(path, "large.txt", Limits(text_chars=100_000_000))
    worker.close()


def test_a_missing_language_model_is_named(article):
    worker = Worker(memory_mb=4096, seconds_per_file=60.0)
    source = worker.read(article, "a.txt", Limits())
    with pytest.raises(WorkerError, match="language_model: 'xx_none' is not installed"):
        worker.extract(source, "xx_none", NO_FRAMES)
    worker.close()


def put_together(worker: Worker, extracts: list[tuple[Source, bytes]]) -> list[str]:
    return [claim.quote for claim in worker.put_together(extracts, Aliases(), None).claims]


def test_a_new_process_puts_together_what_the_one_before_it_read(article):
    worker = Worker(memory_mb=4096, seconds_per_file=60.0)
    source = worker.read(article, "a.txt", Limits())
    extracts = [(source, worker.extract(source, "", NO_FRAMES))]
    found = put_together(worker, extracts)
    assert any("Nobody was hurt" in quote for quote in found)
    worker._process.kill()
    worker._process.wait()
    assert put_together(worker, extracts) == found
    worker.close()


def test_what_a_process_was_lost_over_is_put_together_by_another(article, monkeypatch):
    worker = Worker(memory_mb=4096, seconds_per_file=60.0)
    source = worker.read(article, "a.txt", Limits())
    extracts = [(source, worker.extract(source, "", NO_FRAMES))]
    found = put_together(worker, extracts)
    line, to_lose = Worker._line, [worker._process]

    def lose(worker, process, deadline):
        if process in to_lose:
            to_lose.remove(process)
            process.kill()
            raise EOFError
        return line(worker, process, deadline)

    monkeypatch.setattr(Worker, "_line", lose)
    assert put_together(worker, extracts) == found
    assert not to_lose
    worker.close()


def test_an_article_that_went_is_put_together_no_more_and_is_there_again_when_it_comes_back(article, tmp_path):
    worker = Worker(memory_mb=4096, seconds_per_file=60.0)
    other = tmp_path / "b.txt"
    other.write_text("The bridge is closed, the police said.\n", encoding="utf-8")
    sources = [worker.read(path, path.name, Limits()) for path in (article, other)]
    extracts = [(source, worker.extract(source, "", NO_FRAMES)) for source in sources]
    both = put_together(worker, extracts)
    assert len(put_together(worker, extracts[:1])) < len(both)
    assert put_together(worker, extracts) == both
    worker.close()
