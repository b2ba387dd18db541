"""A brief through a template of the analyst's own: Jinja2 in its sandbox, in a process that can be stopped.

The template has `document` (title, draft, facts, sections with blocks) and `brief` (what the export in JSON has). The filter
`markdown` gives a text escaped, or a section, a block or the document, as Markdown.
"""

import json
import pickle
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefing.brief.document import Block, Document, Section
from briefing.brief.markdown import block_markdown, escape, markdown, section_markdown
from briefing.errors import Fault, InputError

SECONDS = 10
"""What a template may take."""
_MEMORY = 1 << 30
_OUTPUT = 20_000_000
_MOST = 1_000_000
"""Bytes of a template; the largest that anyone has shown us is a hundredth of that."""


def fill(template: Path, document: Document, brief: dict[str, Any]) -> str:
    """Return the brief as the template says. Raises InputError that names the line of what is wrong."""
    try:
        text = template.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text in UTF-8"
        raise InputError(Fault(template, f"cannot be read: {reason}", "name a template in Jinja2")) from None
    if len(text) > _MOST:
        raise InputError(Fault(template, "is larger than 1 MB", "templates are small"))
    given = pickle.dumps((SECONDS, text, template.suffix in {".html", ".htm", ".xml"}, document, brief))
    try:
        ran = subprocess.run(  # noqa: S603 - this program itself
            # -P: nothing beside the case is taken for a library.
            [sys.executable, "-P", "-m", __name__],
            input=given,
            capture_output=True,
            timeout=SECONDS + 5,
            check=False,
        )
        said = (
            json.loads(ran.stdout)
            if ran.returncode == 0
            else {"error": f"takes more than {SECONDS} seconds or 1 GB of memory"}
        )
    except subprocess.TimeoutExpired:
        said = {"error": f"takes more than {SECONDS} seconds"}
    if "text" in said:
        return str(said["text"])
    where = f"line {said['line']}: " if said.get("line") else ""
    raise InputError(Fault(template, f"{where}{said['error']}", "see docs/brief.md for what a template has"))


def _filled(text: str, escapes: bool, document: Document, brief: dict[str, Any]) -> dict[str, Any]:  # noqa: FBT001 - pickled
    sandbox = ImmutableSandboxedEnvironment(autoescape=escapes, undefined=StrictUndefined, keep_trailing_newline=True)
    sandbox.filters["markdown"] = _as_markdown
    parts: list[str] = []
    size = 0
    try:
        for part in sandbox.from_string(text).generate(document=document, brief=brief):
            size += len(part)
            if size > _OUTPUT:
                return {"error": "writes more than 20 MB"}
            parts.append(part)
    except TemplateSyntaxError as error:
        return {"error": error.message or "is no template", "line": error.lineno}
    except MemoryError:
        return {"error": "takes more than 1 GB of memory"}
    except Exception as error:  # noqa: BLE001 - a template can raise anything
        message = error.message if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
        return {"error": message, "line": _line_of(error)}
    return {"text": "".join(parts)}


def _line_of(error: Exception) -> int | None:
    """Return the line of the template in which something was raised: Jinja2 puts it into the traceback."""
    line, frame = None, error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == "<template>":
            line = frame.tb_lineno
        frame = frame.tb_next
    return line


def _as_markdown(part: str | Section | Block | Document) -> str:
    if isinstance(part, Document):
        return markdown(part)
    if isinstance(part, Section):
        return section_markdown(part)
    return escape(part) if isinstance(part, str) else block_markdown(part)


def _serve() -> None:
    """Fill the template that stands on standard input, under limits of time and memory."""
    seconds, *given = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 - from `fill`, through a pipe of its own
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    sys.stdout.write(json.dumps(_filled(*given)))


if __name__ == "__main__":
    _serve()
