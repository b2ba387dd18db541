"""`briefing ask`, `briefing prompts` and `briefing reading import`: the language model without a screen."""

import argparse
import asyncio
import json
import sys
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from briefing.case import Case
from briefing.cli.complaint import complain
from briefing.cli.opening import cache, configured, folder, read
from briefing.errors import Fault, InputError
from briefing.model import Offer, Request
from briefing.model.answers import MalformedError
from briefing.model.asking import Answered, Asking, keep
from briefing.model.client import AskingError, Client
from briefing.model.tally import Tally
from briefing.plaintext import one_line, visible
from briefing.plurals import counted
from briefing.yamlfile import first_of

_MOST_BYTES = 256 << 20


def run_ask(given: argparse.Namespace) -> int:
    """Ask the model whatever waits for an answer, once the analyst has agreed."""
    with Case(folder(given), configured(given), cache()) as case:
        case.model.require()
        code = read(case)
        requests = case.model.waiting(case.dossier)
        if not requests:
            sys.stderr.write("nothing to ask: every claim has its answer\n")
            return code
        _agree(case, Offer.of(requests, case.model.settings), yes=given.yes)
        tally = Tally(case.model.settings)
        try:
            while requests:
                asyncio.run(_asked(case, requests, tally))
                case.take_answers()
                requests = case.model.waiting(case.dossier, tally.asked)
        except AskingError as error:
            tally.reasons.append(str(error))
        for reason in tally.reasons:
            complain(one_line(reason))
        sys.stderr.write(f"{one_line(tally.line())}\n")
    return 1 if tally.reasons else code


def _agree(case: Case, offer: Offer, *, yes: bool) -> None:
    """Name what is sent and where, and ask unless it was agreed to before."""
    sys.stderr.write("".join(f"{visible(line)}\n" for line in offer.lines()))
    if yes or case.model.consent.given:
        return
    if sys.stdin.isatty():
        sys.stderr.write("Send it? [y/N] ")
        sys.stderr.flush()
        if sys.stdin.readline().strip().lower() in {"y", "yes"}:
            case.model.consent.give()
            return
        raise InputError(Fault("briefing ask", "nothing was sent"))
    raise InputError(Fault("briefing ask", "nothing was sent: nobody was there to agree", "--yes agrees"))


async def _asked(case: Case, requests: list[Request], tally: Tally) -> None:
    console = Console(stderr=True)
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("asking", total=sum(len(r.items) for r in requests))

        def tell(answered: Answered) -> None:
            tally.add(answered)
            bar.update(task, advance=len(answered.request.items), description=one_line(tally.line()))

        settings = case.model.settings
        async with Client(settings) as client:
            await Asking(client, settings, case.model.store, case.model.known(case.dossier), tell).run(requests)


def run_prompts(given: argparse.Namespace) -> int:
    """Print the requests that wait for an answer, exactly as they would be sent."""
    with Case(folder(given), configured(given), cache()) as case:
        case.model.require(endpoint=False)
        code = read(case)
        known = case.model.known(case.dossier)
        requests = case.model.waiting(case.dossier)
        for request in requests:
            line = {"id": request.id, "body": request.body(case.model.settings.name, known)}
            sys.stdout.write(json.dumps(line) + "\n")
        kind = f"{counted(len(requests), 'request')} about {requests[0].task}" if requests else "nothing to ask"
        more = "; those about pairs follow once these are answered" if requests and requests[0].task == "points" else ""
        sys.stderr.write(f"{kind}{more}\n")
    return code


def run_import(given: argparse.Namespace) -> int:
    """Take answers to `briefing prompts`, and say by line what was refused."""
    waiting, faults = _lines(given.answers)
    with Case(given.case, configured(given), cache()) as case:
        case.model.require(endpoint=False)
        code = read(case)
        tally = Tally(case.model.settings)
        asked = {r.id: r for r in case.model.waiting(case.dossier)}
        while here := [n for n, (name, _) in waiting.items() if name in asked]:
            for number in here:
                name, content = waiting[number]
                if name in asked:  # of two answers to one request the first that can be read counts
                    del waiting[number]
                    faults += _taken(case, asked, name, content, Fault(given.answers, "", line=number), tally)
            case.take_answers()
            asked = {r.id: r for r in case.model.waiting(case.dossier, tally.asked)}
        gone = "no request of this case waits for it: it was answered, or the case has changed"
        faults += [Fault(given.answers, f"{name[:60]}: {gone}", "", n) for n, (name, _) in waiting.items()]
        for fault in first_of(sorted(faults, key=lambda f: f.line or 0)):
            complain(one_line(str(fault)))
        sys.stderr.write(f"{counted(tally.taken, 'answer')} taken, {len(faults)} refused\n")
    return 1 if faults else code


def _taken(case: Case, asked: dict[str, Request], name: str, content: str, place: Fault, tally: Tally) -> list[Fault]:
    """Keep one line's answer to one of the requests, which then is asked no more; returns what was refused of it."""
    request = asked[name]
    try:
        answered = Answered(request, keep(request, content, case.model.store))
        del asked[name]
    except MalformedError as error:
        answered = Answered(request, problem=str(error))
    before = len(tally.reasons)
    tally.add(answered)
    return [Fault(place.file, reason, "", place.line) for reason in tally.reasons[before:]]


def _lines(path: Path) -> tuple[dict[int, tuple[str, str]], list[Fault]]:
    """Return id and content by line, and every line that is no answer. Raises InputError if the file cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise InputError(Fault(path, f"cannot be read: {error.strerror}", "name a file of answers")) from None
    if len(data) > _MOST_BYTES:
        raise InputError(Fault(path, f"larger than {_MOST_BYTES >> 20} MiB", "split it"))
    found, faults = dict[int, tuple[str, str]](), list[Fault]()
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            try:
                said = json.loads(line)
                found[number] = (str(said["id"]), _text(said["content"]))
            except (ValueError, KeyError, TypeError, RecursionError):
                faults.append(Fault(path, "is no answer", 'write {"id": "...", "content": "..."}', number))
    return found, faults


def _text(content: object) -> str:
    return content if isinstance(content, str) else json.dumps(content)
