"""The lexicon file that an analyst keeps beside the articles: read, checked, every fault with its line."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from briefing import yamlfile
from briefing.errors import Fault, InputError
from briefing.extraction.entries import built_in, is_entry
from briefing.extraction.own_frames import OwnFrame, OwnFrames
from briefing.plaintext import visible

_MAX_BYTES = 1 << 20
_NAME = r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*"
_GUESSED = 20
"""For so many unknown names the nearest known one is looked for; that takes a millisecond each."""
_PARTICIPANT = re.compile(r"\{[^}]*\}?|\}")

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class FrameModel(_Model):
    """A kind of event or state that is disputed."""

    name: Words = Field(
        description="its name in capitals: a new one, or that of a built-in frame that is to have more entries"
    )
    phrase: Words | None = Field(
        None,
        description="says the positive pole, with `{theme}` for who or what it happens to, `{agent}` for who does it; a new frame needs it",
    )
    positive: list[Words] = Field([], description="entries that say so")
    negative: list[Words] = Field([], description="entries that say the opposite")


class LexiconFileModel(_Model):
    """A whole lexicon file."""

    frames: list[FrameModel] = Field([], description="frames with their entries")
    without: list[Words] = Field([], description="built-in frames that are not to be used in this case")


def load_frames(path: Path) -> OwnFrames:
    """Read a lexicon file. Raises InputError with every fault found."""
    document = yamlfile.load_file(path, max_bytes=_MAX_BYTES, as_text=True)
    model = yamlfile.fitted(document, LexiconFileModel, _known)
    found = [f for of in (_unfit_frames, _unfit_entries, _at_both_poles, _unknown) for f in of(document, model)]
    if found:
        raise InputError(*yamlfile.first_of(sorted(found, key=lambda f: f.line or 0)))
    frames = (OwnFrame(f.name, f.phrase or "", tuple(f.positive), tuple(f.negative)) for f in model.frames)
    return OwnFrames(tuple(frames), tuple(model.without))


def _known(place: yamlfile.Key) -> list[str]:
    return list((FrameModel if place[:1] == ("frames",) else LexiconFileModel).model_fields)


def _unfit_frames(document: yamlfile.YamlText, model: LexiconFileModel) -> list[Fault]:
    """Return a fault for every name that is none or comes twice, and for every phrase that is missing or does not fit."""
    known, seen, off = {f.name for f in built_in()}, set[str](), frozenset(model.without)
    faults: list[Fault] = []
    for number, frame in enumerate(model.frames):
        place: yamlfile.Key = ("frames", number, "name")
        if not re.fullmatch(_NAME, frame.name):
            faults.append(document.fault(place, f"'{frame.name}' is no name of a frame", "write it like GLACIER_MOVES"))
        elif frame.name in seen:
            faults.append(document.fault(place, f"'{frame.name}' comes twice", "put its entries into one frame"))
        elif frame.name in off:
            faults.append(
                document.fault(place, f"'{frame.name}' is switched off in `without`", "remove it here or there")
            )
        elif frame.name in known and frame.phrase is not None:
            faults.append(
                document.fault(
                    ("frames", number, "phrase"), f"'{frame.name}' is built in and has its phrase", "remove the phrase"
                )
            )
        elif frame.name not in known and frame.phrase is None:
            faults.append(
                document.fault(place, f"'{frame.name}' is new and has no phrase", "say its positive pole in `phrase`")
            )
        elif frame.phrase is not None and visible(frame.phrase, keep="") != frame.phrase:
            faults.append(
                document.fault(
                    ("frames", number, "phrase"),
                    "a character that cannot be seen",
                    "write it on one line, in plain letters",
                )
            )
        elif any(p not in {"{theme}", "{agent}"} for p in _PARTICIPANT.findall(frame.phrase or "")):
            faults.append(
                document.fault(
                    ("frames", number, "phrase"),
                    "only {theme} and {agent} stand in braces",
                    "write one of them, or words",
                )
            )
        seen.add(frame.name)
    return faults


def _unfit_entries(document: yamlfile.YamlText, model: LexiconFileModel) -> list[Fault]:
    return [
        document.fault(
            ("frames", number, pole, place),
            f"'{text}' is no entry",
            "write lemmas: `creep/V`, `stand still`, `creep~ice|glacier`",
        )
        for number, frame in enumerate(model.frames)
        for pole, texts in (("positive", frame.positive), ("negative", frame.negative))
        for place, text in enumerate(texts)
        if not is_entry(text)
    ]


def _at_both_poles(document: yamlfile.YamlText, model: LexiconFileModel) -> list[Fault]:
    """Return a fault for every negative entry that says the positive pole too, here or in the built-in frame, and the other way round."""
    known = {f.name: (_folded(f.positive), _folded(f.negative)) for f in built_in()}
    faults: list[Fault] = []
    for number, frame in enumerate(model.frames):
        positive, negative = known.get(frame.name, (set[str](), set[str]()))
        said = positive | _folded(frame.positive)
        opposites = (("positive", frame.positive, negative), ("negative", frame.negative, said))
        for pole, texts, other in opposites:
            faults += [
                document.fault(
                    ("frames", number, pole, place), f"'{text}' stands at the other pole too", "remove one of them"
                )
                for place, text in enumerate(texts)
                if text.lower() in other
            ]
    return faults


def _folded(entries: Iterable[str]) -> set[str]:
    return {entry.lower() for entry in entries}


def _unknown(document: yamlfile.YamlText, model: LexiconFileModel) -> list[Fault]:
    known = [f.name for f in built_in()]
    faults: list[Fault] = []
    for number, name in enumerate(model.without):
        if name not in known:
            near = get_close_matches(name, known, 1) if len(faults) < _GUESSED else []
            remedy = f"did you mean '{near[0]}'?" if near else "remove it"
            faults.append(document.fault(("without", number), f"there is no built-in frame '{name}'", remedy))
    return faults
