"""Registration numbers as pages label them."""

import pytest

from filings.covers.registration_number import registration_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Registration No. 333-990417", ["333-990417"]),
        ("Registration Statement Nos. 333-990417 and 333-990417-01", ["333-990417", "333-990417-01"]),
        ("Registration Statement on Form SB-2 (File No. 333-99435)", ["333-99435"]),
        ("Registration Nos. 33-99001, 33-99002", ["33-99001", "33-99002"]),
        ("File Number: 333–990417", ["333-990417"]),
        ("Registration No. 333-", []),
        ("registered under number 12", []),
    ],
)
def test_every_number_behind_a_label_is_read_once(text, numbers):
    assert registration_numbers(text) == numbers
    assert registration_numbers(f"{text}\n{text}") == numbers
