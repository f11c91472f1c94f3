"""Every text of the screens that is to be translated, read from the code; and the files that hold the words.

Qt's own extractor misses texts inside f-strings and counts given to ``translate``, so the code is read as
Python reads it. Run ``python -m tests.support.source_texts`` after changing texts: it adds what is new to the
.ts files (unfinished: then translate them, by hand or in Linguist), removes what is gone, and compiles the
.qm files, which are kept beside them: a test holds the two together.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as Xml

ROOT = Path(__file__).resolve().parents[2]
SCREENS = ROOT / "app" / "ui"
WORDS = ROOT / "resources" / "i18n"
LANGUAGES = ("fi", "sv", "en")
_FORMS = 2


@dataclass(frozen=True, slots=True, order=True)
class SourceText:
    """A text to translate: its context, and whether it has a form for one and one for many."""

    context: str
    source: str
    is_counted: bool


def source_texts() -> frozenset[SourceText]:
    """Every text the screens may ask a translation for."""
    return frozenset(text for file in SCREENS.rglob("*.py") for text in _texts_of(file))


def _texts_of(file: Path) -> Iterator[SourceText]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for call in _calls(node, "tr"):
                yield SourceText(node.name, _literal(call.args[0]), len(call.args) > _FORMS)
    for name in ("translate", "QT_TRANSLATE_NOOP"):
        for call in _calls(tree, name):
            if len(call.args) > 1 and isinstance(call.args[1], ast.Constant):
                yield SourceText(_literal(call.args[0]), _literal(call.args[1]), len(call.args) > _FORMS)


def _calls(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if (isinstance(called, ast.Attribute) and called.attr == name) or (
            isinstance(called, ast.Name) and called.id == name
        ):
            yield node


def _literal(node: ast.expr) -> str:
    assert isinstance(node, ast.Constant), f"line {node.lineno}: a text to translate is written out"
    assert isinstance(node.value, str)
    return node.value


# --- the .ts files ------------------------------------------------------------------------------------------


def read_words(language: str) -> dict[SourceText, tuple[str, ...]]:
    """What a .ts file holds: one form, or two for counted texts; "" where it is unfinished."""
    path = WORDS / f"vuoro_{language}.ts"
    if not path.exists():
        return {}
    held: dict[SourceText, tuple[str, ...]] = {}
    for context in Xml.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            is_counted = message.get("numerus") == "yes"
            text = SourceText(name, message.findtext("source") or "", is_counted)
            translation = message.find("translation")
            assert translation is not None
            if is_counted:
                held[text] = tuple(form.text or "" for form in translation.iter("numerusform"))
            else:
                held[text] = (translation.text or "",)
    return held


def write_words(language: str, words: dict[SourceText, tuple[str, ...]]) -> None:
    """Write a .ts file, sorted, so that a change of one text is a change of one line."""
    root = Xml.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, Xml.Element] = {}
    for text in sorted(words):
        if text.context not in contexts:
            contexts[text.context] = Xml.SubElement(root, "context")
            Xml.SubElement(contexts[text.context], "name").text = text.context
        message = Xml.SubElement(contexts[text.context], "message")
        Xml.SubElement(message, "source").text = text.source
        translation = Xml.SubElement(message, "translation")
        if not all(words[text]):
            translation.set("type", "unfinished")
        if text.is_counted:
            message.set("numerus", "yes")
            for form in words[text]:
                Xml.SubElement(translation, "numerusform").text = form
        else:
            translation.text = words[text][0]
    Xml.indent(root, " ")
    path = WORDS / f"vuoro_{language}.ts"
    body = Xml.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def wanted(language: str) -> frozenset[SourceText]:
    """The texts a language needs words for: English only those that are counted."""
    texts = source_texts()
    return frozenset(text for text in texts if text.is_counted) if language == "en" else texts


def compiled(language: str, into: Path) -> Path:
    """Compile a .ts file with Qt's own compiler; where the result is."""
    result = into / f"vuoro_{language}.qm"
    compiler = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run(
        [str(compiler), "-silent", str(WORDS / f"vuoro_{language}.ts"), "-qm", str(result)], check=True
    )
    return result


def main() -> int:
    """Renew the .ts files from the code and compile them."""
    for language in LANGUAGES:
        held = read_words(language)
        texts = wanted(language)
        words = {text: held.get(text, ("",) * (_FORMS if text.is_counted else 1)) for text in texts}
        write_words(language, words)
        compiled(language, WORDS)
        missing = sum(1 for forms in words.values() if not all(forms))
        print(f"{language}: {len(words)} texts, {missing} to translate")
    return 0


if __name__ == "__main__":
    sys.exit(main())
