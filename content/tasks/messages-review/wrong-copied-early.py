# says: You have taken a copy before the translators delivered.
CATALOGUE = {"de": {"PAY": "Bezahlen"}, "fr": {"PAY": "Payer"}}
COPIES = {}


def messages(language):
    if language not in COPIES:
        COPIES[language] = dict(CATALOGUE[language])
    return COPIES[language]


print(messages("de")["PAY"])
CATALOGUE["de"]["PAY"] = "Zahlen"
print(messages("de")["PAY"])
