# says: A caller can change the catalogue for everybody
CATALOGUE = {"de": {"PAY": "Bezahlen"}, "fr": {"PAY": "Payer"}}


def messages(language):
    return CATALOGUE[language]


CATALOGUE["de"]["PAY"] = "Zahlen"
print(messages("de")["PAY"])
