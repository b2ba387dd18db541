"""Writes events into a ledger for as long as it is asked to or lives, and says each one's number once it is on disk."""

import itertools
import sys
from pathlib import Path

from briefing.dossier import Act
from briefing.ledger import Deed, Ledger

path, name, many = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
with Ledger.open(path) as ledger:
    for number in range(many) if many else itertools.count():
        pair = [Deed(Act.NOTE, f"{name}{number}", "first"), Deed(Act.TAG, f"{name}{number}/key", "yes")]
        ledger.append(pair, who=name)
        print(number, flush=True)
