from checking import cell, seeded

text = seeded.choice(["Betaal", "Maksa", "Paga", "Zaplata"]) + str(seeded.randrange(100))

german = cell.case("messages('de')['PAY'], messages('fr')['PAY']", about="`messages(…)['PAY']` in German and in French")
german.gives(("Zahlen", "Payer"), says="This is what the catalogue has for both, once the cell has run to its end.")
new = cell.case(
    f"CATALOGUE['nl'] = {{'PAY': {text!r}}}\nmessages('nl')['PAY']", about="A language that translators have added"
)
new.gives(text, says="The catalogue has the language. A program that lists languages of its own does not get it.")
delivered = cell.case(
    f"messages('de')\nCATALOGUE['de']['PAY'] = {text!r}\nmessages('de')['PAY']",
    about="A text that the translators have changed after it was asked for",
)
delivered.gives(text, says="The translators have delivered, and whoever asks still gets the old text. Who has kept it?")
unknown = cell.case(
    """
try:
    messages("dd")
    outcome = "no exception"
except LookupError:
    outcome = "LookupError"
except ImportError:
    outcome = "ImportError"
outcome, "dd" in CATALOGUE
""",
    about="`messages('dd')`, which nobody speaks, and whether the catalogue has it afterwards",
)
unknown.gives(
    ("LookupError", False),
    says="A typing mistake has to fail at the call that has it, with a `LookupError`, and may leave nothing behind.",
)
kept = cell.case(
    f"""
found = messages("fr")
try:
    found["PAY"] = {text!r}
except Exception:
    pass
CATALOGUE["fr"]["PAY"]
""",
    about="The catalogue, after a caller has tried to write into what it got",
)
kept.gives("Payer", says="A caller can change the catalogue for everybody, by an assignment that looks harmless.")
modules = cell.case(
    "import sys\nmessages('de')\n[name for name in sys.modules if name.startswith('messages_')]",
    about="Modules named `messages_…` that are loaded",
)
modules.gives(
    [], says="A module that is loaded stays in `sys.modules`, and nothing that is delivered later reaches it."
)
finders = cell.case(
    "import sys\nmessages('de')\n[type(each).__name__ for each in sys.meta_path if type(each).__name__ == 'Messages']",
    about="Finders of the class `Messages` on the meta path",
)
finders.gives([], says="The finder is asked at each later import of this process, by whoever writes it.")
cell.leaves(says="If the application needs no hook, there is nothing in its ledger.")

cell.foresee(
    unknown.value == ("no exception", False),
    "`dict.get` answers for a language that is not there. Then the mistake shows later, somewhere else.",
)
cell.foresee(
    delivered.is_plain and delivered.value != text and unknown.value == ("LookupError", False),
    "You have taken a copy before the translators delivered. What could you hand out that always shows the original?",
)
