"""EDGAR's XML: hostile and mangled input, and elements as plain objects."""

import pytest

from filings.xml.edgar_xml import form_data, is_edgar_xml, read_xml, text_of


def _data(source: str):
    root, _ = read_xml(source)
    return form_data(root)


def test_elements_become_objects_under_their_local_names():
    source = """<XML>
<?xml version="1.0"?><ns1:edgarSubmission xmlns:ns1="urn:one" xmlns:com="urn:two">
  <ns1:filer><com:cik>0009900001</com:cik><com:ccc>XXXXXXXX</com:ccc></ns1:filer>
  <ns1:state>MN</ns1:state><ns1:state>WI</ns1:state><ns1:empty/>
</ns1:edgarSubmission>
</XML>"""

    assert _data(source) == {"filer": {"cik": "0009900001"}, "state": ["MN", "WI"], "empty": None}


def test_attributes_stand_beside_the_elements():
    source = (
        '<a xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:nil="1"><isin value="US01"/><n unit="USD">5</n></a>'
    )

    assert _data(source) == {"isin": {"value": "US01"}, "n": {"unit": "USD", "value": "5"}}


def test_text_beside_elements_is_kept():
    assert _data("<a>one <b>two</b> three</a>") == {"b": "two", "value": "one three"}


def test_entities_are_not_expanded_and_no_file_is_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    source = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY y "yyyy">]><a><b>&x;&y;</b></a>'

    root, warnings = read_xml(source)

    assert "secret" not in (text_of(root) or "").replace("&x;", "")
    assert "yyyy" not in (text_of(root) or "")
    assert [warning.code for warning in warnings] == ["mangled-xml"]


def test_entities_within_entities_cost_nothing():
    nested = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    root, _ = read_xml(f'<!DOCTYPE a [<!ENTITY e0 "lol">{nested}]><a>&e11;</a>')

    assert len(text_of(root) or "") < 100


@pytest.mark.parametrize(
    ("mangled", "text"),
    [
        ("<a><b>Slate & Shingle</b></a>", "Slate & Shingle"),
        ("<a><b>R&amp;D & more</b></a>", "R&D & more"),
        ("<a><b>par < $0.01</b></a>", "par < $0.01"),
        ("<a><b x>caf&eacute;</b></a>", "café"),
        ("<a><b>cut off", "cut off"),
        ("<a><b>one\x01two</b></a>", "one two"),
    ],
)
def test_mangled_xml_is_mended_and_said_to_be(mangled, text):
    root, warnings = read_xml(mangled, "doc.xml")

    assert text_of(root.find("b")) == text
    assert [(warning.code, warning.where) for warning in warnings] == [("mangled-xml", "doc.xml")]


@pytest.mark.parametrize("number", ["55357", "xD83D", "0", "x1F", "9999999", "xFFFFFF"])
def test_the_number_of_no_character_is_told_as_one_that_cannot_be_read(number):
    assert _data(f"<a><b>x&#{number};y&#233;</b></a>") == {"b": "x\ufffdyé"}


def test_a_name_that_is_only_a_prefix_is_no_error():
    assert _data("<a:b><a:/><a:1>x</a:1></a:b>") == {"element": [None, "x"]}


def test_what_is_no_xml_at_all_is_told():
    root, warnings = read_xml("words only")

    assert root is None
    assert [warning.code for warning in warnings] == ["unreadable-xml"]


def test_elements_nested_without_end_are_told_as_text():
    source = "<a>" * 200 + "deep" + "</a>" * 200
    value = _data(source)
    depth = 0
    while isinstance(value, dict):
        value, depth = value["a"], depth + 1

    assert (value, depth) == ("deep", 64)


@pytest.mark.parametrize(
    ("source", "is_xml"),
    [
        ('<?xml version="1.0"?><edgarSubmission/>', True),
        ("\n\n<XML>\n<?xml version='1.0'?>\n<ownershipDocument>", True),
        ("<ns2:edgarSubmission xmlns:ns2='x'>", True),
        ('<?xml version="1.0"?>\n<!-- a <b> -->\n<anything/>', True),
        ('<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD"><html>', False),
        ("<!DOCTYPE html><html>", False),
        ("<PAGE> FORM 4", False),
        ("FORM 4", False),
        ("", False),
    ],
)
def test_xml_is_told_from_its_html_rendering_and_from_text(source, is_xml):
    assert is_edgar_xml(source) is is_xml
