"""Check digits of Swedish and international numbers."""

_IBAN = 97
_GLN = 13
_ORG_NUMBER = 10


def is_org_number(text: str) -> bool:
    """Say whether ``text`` is an organisation number: ten digits, the last by Luhn (SE-R-013)."""
    return len(text) == _ORG_NUMBER and is_luhn(text)


def is_luhn(text: str) -> bool:
    """Say whether ``text`` is digits of which the last is the check digit by Luhn."""
    if not (text.isascii() and text.isdecimal()):
        return False
    doubled = (int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(text)))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


def is_gln(text: str) -> bool:
    """Say whether ``text`` is a global location number: 13 digits, the last a check digit."""
    if len(text) != _GLN or not (text.isascii() and text.isdecimal()):
        return False
    weighted = (int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(reversed(text)))
    return sum(weighted) % 10 == 0


def is_iban(text: str) -> bool:
    """Say whether ``text`` is an IBAN without spaces whose remainder by 97 is 1."""
    if not (text.isascii() and text.isalnum() and text.upper() == text and len(text) > 4):  # noqa: PLR2004  country and check digits
        return False
    return int("".join(str(int(sign, 36)) for sign in text[4:] + text[:4])) % _IBAN == 1
