from types import MappingProxyType

CATALOGUE = {"de": {"PAY": "Bezahlen"}, "fr": {"PAY": "Payer"}}


def messages(language):
    """A view of one language's texts."""
    if language not in CATALOGUE:
        known = ", ".join(sorted(CATALOGUE))
        raise LookupError(f"no texts for {language!r}; known: {known}")
    return MappingProxyType(CATALOGUE[language])


german = messages("de")
print(german["PAY"])
CATALOGUE["de"]["PAY"] = "Zahlen"  # the translators deliver
print(german["PAY"])
try:
    messages("dd")
except LookupError as exc:
    print("refused:", exc)
