"""Where the files that travel with the program are, in a checkout and in an installed wheel alike."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_WHEEL = _PACKAGE / "_packaged"
_ROOT = _WHEEL if _WHEEL.is_dir() else _PACKAGE.parent

STYLES = _ROOT / "styles"
SEEDS = _ROOT / "seeds"
CONFIG = _ROOT / "config.yaml"
