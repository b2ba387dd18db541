"""`briefing completion`: a script that makes a shell complete the command line."""

import argparse
import sys

import shtab

from briefing.cli.parser import parser


def run(given: argparse.Namespace) -> int:
    """Print the script for a shell."""
    sys.stdout.write(shtab.complete(parser(), shell=given.shell) + "\n")
    return 0
