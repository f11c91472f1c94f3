"""The page's files: nothing from elsewhere, nothing inline, three languages, our colours."""

from __future__ import annotations

import json
import re

import pytest

from tests.customer_page.page_http import PAGE, RESOURCES

LANGUAGES = ("fi", "sv", "en")
MODULES = sorted(PAGE.rglob("*.js"))
SENTENCE = re.compile(r'^  (\w+): "((?:[^"\\]|\\.)*)",$', re.M)


def sentences(language: str) -> dict[str, str]:
    return dict(SENTENCE.findall((PAGE / "words" / f"{language}.js").read_text(encoding="utf-8")))


def used_words() -> set[str]:
    """Every sentence the modules ask for by its whole name."""
    code = "\n".join(module.read_text(encoding="utf-8") for module in MODULES if module.parent == PAGE)
    asked = set(re.findall(r'\bsay\(\s*"(\w+)"', code))
    for choice in re.findall(r"\bsay\(([^()]*\?[^()]*)\)", code):
        asked |= set(re.findall(r'"(\w+)"', choice))
    return asked


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_sentence_is_in_every_language_with_the_same_parts(language: str):
    finnish, other = sentences("fi"), sentences(language)
    assert list(other) == list(finnish)
    parts = re.compile(r"\{(\w+)\}")
    differing = {k for k in finnish if sorted(parts.findall(finnish[k])) != sorted(parts.findall(other[k]))}
    assert differing == set()
    same = {key for key in finnish if finnish[key] == other[key] and re.search(r"[a-zåäö]{4}", finnish[key])}
    assert same == set()


def test_every_sentence_that_is_asked_for_is_there():
    used = used_words()
    assert len(used) > 40
    assert used - set(sentences("fi")) == set()


def test_nothing_is_inline_and_nothing_comes_from_elsewhere():
    html = (PAGE / "index.html").read_text(encoding="utf-8")
    assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", html) == []
    for file in [PAGE / "index.html", *PAGE.glob("*.css"), *MODULES]:
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}", text) == [], file.name


@pytest.mark.parametrize(
    "forbidden", ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("]
)
def test_no_module_can_make_markup_of_a_text(forbidden: str):
    assert [file.name for file in MODULES if forbidden in file.read_text(encoding="utf-8")] == []


def test_no_pattern_looks_behind_because_older_phones_cannot():
    assert [file.name for file in MODULES if re.search(r"\(\?<[=!]", file.read_text(encoding="utf-8"))] == []


def test_every_module_is_fetched_at_once():
    html = (PAGE / "index.html").read_text(encoding="utf-8")
    ahead = set(re.findall(r'rel="modulepreload" href="/page/([\w/.]+)"', html))
    assert ahead == {module.relative_to(PAGE).as_posix() for module in MODULES} - {"main.js"}


def test_colours_are_those_of_the_theme():
    css = (PAGE / "tokens.css").read_text(encoding="utf-8")
    light, _, dark = css.partition("prefers-color-scheme: dark")
    theme = json.loads((RESOURCES / "theme/tokens.json").read_bytes())["colour"]
    for name, block in (("light", light), ("dark", dark)):
        ours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
        assert len(ours) > 20
        assert ours == {key: theme[key][name] for key in ours}


def test_no_other_file_names_a_colour():
    for file in PAGE.glob("*.css"):
        if file.name != "tokens.css":
            assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsl", file.read_text(encoding="utf-8")) == [], (
                file.name
            )


def test_every_file_is_of_a_kind_the_backend_serves():
    kinds = {".html", ".css", ".js", ".svg", ".woff2", ".txt"}
    assert {file.suffix for file in PAGE.rglob("*") if file.is_file()} <= kinds


def test_every_module_says_what_it_is():
    for module in MODULES:
        first = module.read_text(encoding="utf-8")[:200]
        assert re.match(rf"/\*\*(?:\n \*)? {module.stem}: [A-ZÅÄÖ]", first), module.name
