"""Which answers say only that there is nothing to say."""

import pytest

from filings.items.absence import is_absence

NOTHING = """
Not applicable.
NOT APPLICABLE
None
None.
- N/A
n/a
Inapplicable.
Not Applicable at this time.
No events to report.
Nothing to report under this item.
There is nothing to report.
No response required.
There has been no change in fiscal year.
No information is required to be reported under this item.
This item is not applicable.
are not applicable.
Does not apply
[Reserved]
(Intentionally left blank)
Omitted.
""".strip().splitlines()

SOMETHING = """
Other Events
No action has been taken by the registrant on the offer.
None of the directors was elected.
Not all conditions were met.
The registrant reports the resignation of a director.
Notice of Delisting
On May 4, 1998, nothing was decided.
99.1
""".strip().splitlines()


@pytest.mark.parametrize("words", NOTHING)
def test_an_answer_of_a_negative_and_its_usual_company_is_an_absence(words):
    assert is_absence(words)


@pytest.mark.parametrize("words", ["", *SOMETHING])
def test_whatever_tells_something_is_none(words):
    assert not is_absence(words)


def test_a_long_text_is_none_whatever_its_words():
    assert not is_absence("not applicable " * 20)
