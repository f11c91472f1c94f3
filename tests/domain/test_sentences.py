"""A sentence too long to be read at once is found, and nothing else is taken for one (R088)."""

from app.domain.sentences import LONG_SENTENCE, longest_long_sentence


def test_a_sentence_of_as_many_words_as_may_be_is_not_long() -> None:
    assert longest_long_sentence("sana " * LONG_SENTENCE) == 0


def test_one_word_more_makes_it_long_and_its_words_are_counted() -> None:
    assert longest_long_sentence("sana " * (LONG_SENTENCE + 1)) == LONG_SENTENCE + 1


def test_a_stop_or_a_line_ends_a_sentence() -> None:
    twenty = ("sana " * 20).strip()
    assert longest_long_sentence(f"{twenty}. {twenty}? {twenty}!\n{twenty}\n{twenty}") == 0


def test_a_time_and_an_address_do_not_end_a_sentence() -> None:
    ten = ("sana " * 10).strip()
    assert longest_long_sentence(f"{ten} klo 9.05 {ten} vuoro.example {ten}.") == 33


def test_the_longest_of_several_is_told_and_nothing_of_an_empty_text() -> None:
    assert longest_long_sentence(f"{'sana ' * 30}. {'sana ' * 40}.") == 40
    assert longest_long_sentence("") == 0
