"""The room, with a wire: what it begins to write and what is written is told to a file descriptor, before the screen says so.

Called as `telling_room.py CASE DESCRIPTOR`. The analysis by machine is left out: the reading file has the claims.
"""

import json
import os
import sys
from pathlib import Path

from briefing import articles, config
from briefing.cache import Cache
from briefing.case import Case, Finished
from briefing.case.loading import Loading
from briefing.ledger import Ledger
from briefing.room.app import Room
from briefing.room.loading import Loading as Showing

folder, wire = Path(sys.argv[1]), int(sys.argv[2])


def read(loading, path):
    return articles.read(path, path.relative_to(loading._folder).as_posix(), articles.Limits())


def tell(**what):
    os.write(wire, (json.dumps(what) + "\n").encode())


def telling(name):
    write = getattr(Ledger, name)

    def told(ledger, *arguments, **options):
        tell(begun=name, many=len(arguments[0]) if name == "append" else None)
        written = write(ledger, *arguments, **options)
        tell(written=[e.uid for e in ledger.events()[-len(written) :]] if written else [])
        return written

    setattr(Ledger, name, told)


Loading._read = read
Loading._analyse = lambda *_: iter(())
take = Showing.take


def take_and_tell(showing, step):
    take(showing, step)
    if isinstance(step, Finished):
        tell(ready=True)


Showing.take = take_and_tell
for method in ("append", "undo", "redo"):
    telling(method)
settings = config.load(None, {"analyst": "tester"}, Cache(None)).config
with Case(folder, settings, Cache(None)) as case:
    Room(case, settings).run()
