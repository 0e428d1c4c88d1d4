# says: `dict.get` answers for a language that is not there.
CATALOGUE = {"de": {"PAY": "Bezahlen"}, "fr": {"PAY": "Payer"}}


def messages(language):
    return dict(CATALOGUE.get(language, {}))


CATALOGUE["de"]["PAY"] = "Zahlen"
print(messages("de")["PAY"], messages("dd"))
