"""Telephones, mail, web addresses and accounts, also as they are said aloud."""

import pytest

from tests.privacy.detectors.finding import found, of_kind


@pytest.mark.parametrize(
    "text",
    [
        "nul zes een twee drie vier vijf zes zeven acht",
        "nul zes, twaalf, vierendertig, zesenvijftig, achtenzeventig",
        "06 twaalf 34 zesenvijftig 78",
        "nul vier negen drie twaalf vierendertig zesenvijftig",
    ],
)
def test_a_telephone_number_in_words_is_found(text: str) -> None:
    assert found(f"Bel {text}, zei ze.") == [("phone", text)]


@pytest.mark.parametrize(
    "text",
    [
        "henk punt mulder apenstaartje voorbeeld punt nl",
        "hmulder(at)voorbeeld.com",
        "hmulder [at] voorbeeld [dot] com",
        "h.mulder apestaartje voorbeeld.nl",
        "henk at voorbeeld punt nl",
        "henk_mulder@voorbeeld.nl",
    ],
)
def test_an_address_for_mail_is_found_as_it_is_said(text: str) -> None:
    assert found(f"Mailen kan naar {text} of niet.") == [("email", text)]


@pytest.mark.parametrize(
    "text",
    [
        "https://voorbeeld.nl/x?y=1",
        "www.voorbeeld.nl",
        "voorbeeld.nl/pagina",
        "facebook.com/piet.puk",
        "youtu.be/abc123",
        "voorbeeld.com",
    ],
)
def test_a_web_address_is_found(text: str) -> None:
    assert of_kind(f"Zie {text} voor meer.", "url") == [text]


@pytest.mark.parametrize(
    ("text", "handle"),
    [
        ("Zijn account @tommy_de_baas staat vol.", "@tommy_de_baas"),
        ("Op Insta: loes.xx.99", "loes.xx.99"),
        ("Op snapchat heet hij kees1998", "kees1998"),
        ("gamertag xX_Sem_Xx", "xX_Sem_Xx"),
        ("Zij zit als lange_leen op TikTok.", "lange_leen"),
    ],
)
def test_a_name_on_social_media_is_found(text: str, handle: str) -> None:
    assert of_kind(text, "handle") == [handle]


@pytest.mark.parametrize(
    "text",
    [
        "Bel 112, 113, 144 of 0800-2000, 0900-8844 of 14 0493.",
        "Hij zit de hele dag op Instagram en TikTok.",
        "Zijn account op Facebook is weg.",
        "Zij werkt op hoogte. De bus komt niet.",
        "Eén punt: wie belt? Nog een punt van zorg.",
        "Covid19, vmbo4 en groep8.",
        "Hij slaapt op de bank en/of op de grond.",
        "een twee drie vier vijf zes zeven",
    ],
)
def test_what_leads_to_nobody_passes(text: str) -> None:
    assert of_kind(text, "phone", "email", "url", "handle") == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Zij schrijft op een blog (molenvrouw.blogdorp.example) over de buurt.", "url", "molenvrouw.blogdorp.example"),
        ("Hij heet daar plein.gang.5721 en dreigt.", "handle", "plein.gang.5721"),
        ("Via insta, zonne.97, stuurt hij filmpjes.", "handle", "zonne.97"),
    ],
)
def test_a_web_address_and_a_name_on_media_are_found_without_their_sign(text: str, kind: str, words: str) -> None:
    assert of_kind(text, kind) == [words]


def test_a_number_said_aloud_is_found_over_the_end_of_a_line() -> None:
    assert of_kind("Bel nul zes, twaalf\nvierendertig zevenentachtig nul drie.", "phone") == [
        "nul zes, twaalf\nvierendertig zevenentachtig nul drie"
    ]
