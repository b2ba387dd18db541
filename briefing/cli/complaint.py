"""What goes to standard error."""

import sys


def complain(text: str) -> None:
    """Say on standard error what is wrong; the text must be safe to show."""
    sys.stderr.write(f"briefing: {text}\n")
