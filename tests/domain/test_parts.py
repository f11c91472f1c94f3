"""A long text is cut where a reader would pause, and nothing of it is lost (R087)."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.parts import LONG, READABLE, readable_parts

SENTENCE = "Tämä on tavallinen virke, jossa on esim. kymmenen sanaa klo 8.30 ja vähän muutakin."
words = st.text(st.sampled_from("aä. !?\nB–1…\t"), max_size=3000)


def without_space(text: str) -> str:
    return "".join(text.split())


@given(words)
def test_nothing_is_lost_added_or_moved(text: str) -> None:
    parts = readable_parts(text)
    assert without_space("".join(parts)) == without_space(text)
    assert all(part == part.strip() != "" for part in parts)
    assert all(len(part) <= 2_000 for part in parts)


@given(st.text(st.sampled_from("ab .\n"), max_size=LONG - 1))
def test_what_is_not_long_stays_whole(text: str) -> None:
    assert readable_parts(text) == ((text.strip(),) if text.strip() else ())


def test_sentences_stay_whole_and_each_part_is_easy_to_read() -> None:
    text = " ".join([SENTENCE] * 12)
    parts = readable_parts(text)
    assert len(parts) == 3
    assert " ".join(parts) == text
    for part in parts:
        assert part.endswith("muutakin.")
        assert len(part) <= READABLE


def test_a_short_word_with_a_stop_ends_no_sentence_when_a_small_number_follows_in_its_word() -> None:
    text = " ".join(["Virkkeessä on luku 1.1.2027 ja www.esimerkki.fi sekä klo 8.30"] * 12)
    assert all(not part.endswith("1.") for part in readable_parts(text))


def test_paragraphs_go_together_while_they_fit() -> None:
    paragraph = " ".join([SENTENCE] * 2)
    text = "\n\n".join([paragraph] * 5)
    parts = readable_parts(text)
    assert [part.count("muutakin.") for part in parts] == [4, 4, 2]
    assert parts[0] == f"{paragraph}\n\n{paragraph}"


def test_one_endless_word_is_cut_at_last() -> None:
    assert [len(part) for part in readable_parts("a" * 4100)] == [2000, 2000, 100]
