"""Writes into a ledger on what is as good as a full disk: files may grow to so many bytes. Says each event, then what stopped it.

Called as `filling.py LEDGER BYTES`.
"""

import resource
import sys
from pathlib import Path

from briefing.dossier import Act
from briefing.ledger import Deed, Ledger, LedgerError

path, most = Path(sys.argv[1]), int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
try:
    with Ledger.open(path) as ledger:
        while True:
            (written,) = ledger.append([Deed(Act.NOTE, "c1", "word " * 100)], "Ana")
            print(written.id, flush=True)
except LedgerError as error:
    print(error, flush=True)
