# says: A module that is loaded stays in `sys.modules`
import importlib
import sys
from importlib.util import spec_from_loader

CATALOGUE = {"de": {"PAY": "Bezahlen"}, "fr": {"PAY": "Payer"}}


class Messages:
    def find_spec(self, name, path=None, target=None):
        if name.removeprefix("messages_") in CATALOGUE:
            return spec_from_loader(name, self)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        vars(module).update(CATALOGUE[module.__name__.removeprefix("messages_")])


def messages(language):
    finder = Messages()
    sys.meta_path.append(finder)
    try:
        return vars(importlib.import_module(f"messages_{language}"))
    finally:
        sys.meta_path.remove(finder)


CATALOGUE["de"]["PAY"] = "Zahlen"
print(messages("de")["PAY"])
