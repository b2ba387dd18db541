from pathlib import Path

import pytest

from briefing.articles import Limits
from briefing.case.worker import Worker, WorkerError
from briefing.extraction import NO_FRAMES


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
    assert source.skipped is None
    worker.close()
    with pytest.raises(WorkerError):
        worker.extract(source, "en_core_web_sm", NO_FRAMES)
