"""How a text may go on: what may stand where the cursor is.

Asked in forks, as `looking.py` is, which lends its words.
"""

import builtins
import inspect
import keyword
import sys
from itertools import islice

import _host

# Milliseconds spent on signatures and first lines of documentation; names alone come after that.
DETAILS_WITHIN = 100
MOST_OPTIONS = 1000
# Of these, the reader's own variables, and other words of the program.
MOST_NAMES = 400
# A longer name nobody chooses from a list.
LONGEST_NAME = 100
# Letters of a documentation among which its first line is looked for.
LONGEST_INFO = 2000
LOADED = sys.modules


def complete(main, before, after):
    """What may stand where the cursor is. `replace` is how many UTF-16 units before the cursor go."""
    place = Place(before)
    if place.in_text:
        return {"replace": 0, "options": []}
    options = place.options(main, before + after)
    unique = {}
    for option in options:
        unique.setdefault(option["label"], option)
    return {"replace": _units(place.word), "options": list(unique.values())[:MOST_OPTIONS]}


def _units(text):
    """Its length as JavaScript counts. Not by encoding it: the codecs may be gone."""
    return sum(2 if ord(letter) > 0xFFFF else 1 for letter in text)


class Place:
    """Where in a program the cursor is."""

    def __init__(self, before):
        end = len(before)
        while end and (before[end - 1].isalnum() or before[end - 1] == "_"):
            end -= 1
        self.word, self.head = before[end:], before[:end]
        self.began = _host.monotonic()
        self.call, self.in_text = _scan(self.head)
        if self.word[:1].isdigit():
            self.in_text = True

    def options(self, main, source):
        line = self.head.rpartition("\n")[2].strip()
        words = line.replace(",", " ").split()
        if words[:1] == ["from"] and "import" in words:
            return self._names_in(words[1] if len(words) > 1 else "")
        if words[:1] == ["from"] or words[:1] == ["import"]:
            path = "" if len(words) == 1 or self.head[-1:].isspace() or line[-1:] == "," else words[-1]
            return self._modules(path.rpartition(".")[0] if path.endswith(".") else "")
        if self.head.endswith("."):
            return self._attributes(main)
        return self._arguments(main) + self._names(main, source)

    def _attributes(self, main):
        expression = _expression_before(self.head[:-1])
        if not expression or expression[-1].isdigit() and expression.isdigit():
            return []
        looking.say(looking.cut(expression))
        try:
            value = eval(compile(expression, "<completion>", "eval"), main)
            names = dir(value)
        except BaseException:
            return []
        return [self._option(name, lambda name=name: _attribute(value, name)) for name in _labels(names)]

    def _arguments(self, main):
        """Keyword arguments of the call that the cursor stands in."""
        if self.call is None or not self.head.rstrip().endswith(("(", ",")):
            return []
        expression = _expression_before(self.call)
        if not expression:
            return []
        looking.say(looking.cut(expression))
        try:
            called = eval(compile(expression, "<completion>", "eval"), main)
            parameters = inspect.signature(called).parameters.values()
        except BaseException:
            return []
        return [
            {
                "label": f"{one.name}=",
                "type": "property",
                "detail": looking.cut(str(one).partition(one.name)[2], 40),
                "info": "",
            }
            for one in islice(parameters, MOST_NAMES)
            if one.kind in (one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY) and len(one.name) < LONGEST_NAME
        ]

    def _names(self, main, source):
        # The newest of very many are the likeliest to be meant.
        own = [name for name in main if _is_label(name) and name[:2] != "__"][-MOST_NAMES:]
        options = [self._option(name, lambda name=name: main[name]) for name in own]
        words = dict.fromkeys(islice(_identifiers(source), MOST_NAMES))
        options.extend(
            {"label": name, "type": "text", "detail": "", "info": ""}
            for name in words
            if name not in main and name != self.word and not keyword.iskeyword(name)
        )
        builtin = main.get("__builtins__", builtins)
        builtin = (
            builtin if type(builtin) is dict else looking.module_names(builtin) if type(builtin) is type(sys) else {}
        )
        for name, value in list(builtin.items())[:MOST_NAMES]:
            if _is_label(name) and name[:2] != "__":
                options.append(self._option(name, lambda value=value: value))
        options.extend({"label": name, "type": "keyword", "detail": "", "info": ""} for name in keyword.kwlist)
        return options

    def _names_in(self, module):
        __import__(module)
        value = sys.modules[module]
        options = [self._option(name, lambda name=name: _attribute(value, name)) for name in _labels(dir(value))]
        return options + (self._modules(module) if hasattr(value, "__path__") else [])

    def _modules(self, package):
        names = set(_in_library(package))
        for name in list(LOADED):
            if type(name) is str:
                above, _, last = name.rpartition(".")
                if above == package:
                    names.add(last)
        if not package:
            names.update(sys.builtin_module_names)
        return [{"label": name, "type": "namespace", "detail": "", "info": ""} for name in _labels(names)]

    def _option(self, label, value):
        """A name with what it stands for, as long as there is time to find out."""
        option = {"label": label, "type": "variable", "detail": "", "info": ""}
        if label[:2] == "__" or (_host.monotonic() - self.began) * 1000 > DETAILS_WITHIN:
            return option
        try:
            value = value()
            if value is HIDDEN:
                return option | {"type": "property", "detail": "property"}
            kind = looking.kind_of(value)
            option["type"] = {"module": "namespace", "value": "variable"}.get(kind, kind)
            if callable(value):
                option["type"] = "class" if kind == "class" else "function"
                option["detail"] = looking.cut(_signature(value), 60)
            else:
                option["detail"] = looking.type_name(value)
            documentation = value.__doc__ if kind != "value" or callable(value) else ""
            if type(documentation) is str:
                option["info"] = looking.cut(next(iter(documentation[:LONGEST_INFO].strip().splitlines()), ""), 200)
        except BaseException:
            # A name that can't be looked at is a name all the same.
            pass
        return option


def _is_label(name):
    return type(name) is str and len(name) <= LONGEST_NAME


def _labels(names):
    """In the order in which they are offered."""
    return sorted(filter(_is_label, names), key=_public_first)[:MOST_OPTIONS]


# Stands for a value that only running a property would tell.
HIDDEN = object()


def _attribute(value, name):
    found = inspect.getattr_static(value, name, None)
    return HIDDEN if issubclass(type(found), property) else getattr(value, name)


def _signature(value):
    try:
        return str(inspect.signature(value))
    except (TypeError, ValueError):
        return "(…)"


def _public_first(name):
    return name[:2] == "__", name[:1] == "_", name


def _in_library(package):
    """Names of the library's files and packages below a package, or at the top."""
    prefix = package.replace(".", "/") + "/" if package else ""
    for line in _host.library_index().splitlines():
        path = line.partition(" ")[2]
        if path.startswith(prefix):
            name, _, rest = path[len(prefix) :].partition("/")
            if rest == "__init__.py" or not rest and name.endswith(".py") and name != "__init__.py":
                yield name.removesuffix(".py")


def _identifiers(source):
    word = ""
    for letter in source + " ":
        if letter.isalnum() or letter == "_":
            word += letter
            continue
        if len(word) > 1 and word.isidentifier():
            yield word
        word = ""


def _scan(text):
    """The text before the innermost call that is still open, or None; and whether the end is in a string or comment."""
    open_, at, end = [], 0, len(text)
    while at < end:
        letter = text[at]
        if letter == "#":
            newline = text.find("\n", at)
            if newline < 0:
                return None, True
            at = newline
        elif letter in "'\"":
            quote = letter * 3 if text.startswith(letter * 3, at) else letter
            at += len(quote)
            while not text.startswith(quote, at):
                if at >= end:
                    return None, True
                if text[at] == "\n" and len(quote) == 1:
                    break
                at += 2 if text[at] == "\\" else 1
            at += len(quote) - 1
        elif letter in "([{":
            open_.append((letter, at))
        elif letter in ")]}" and open_:
            open_.pop()
        at += 1
    if not open_ or open_[-1][0] != "(":
        return None, False
    return text[: open_[-1][1]], False


PAIRS = {")": "(", "]": "[", "}": "{"}


def _expression_before(text):
    """The attribute, call and subscript chain that `text` ends with."""
    at = len(text)
    while at:
        letter = text[at - 1]
        if letter.isalnum() or letter in "_.":
            at -= 1
        elif letter in PAIRS:
            opened = _opening(text, at - 1)
            if opened is None:
                return ""
            at = opened
        elif letter in "'\"":
            opened = text.rfind(letter, 0, at - 1)
            if opened < 0:
                return ""
            at = opened
            break
        else:
            break
    expression = text[at:].lstrip(".")
    return "" if keyword.iskeyword(expression) and expression not in ("True", "False", "None") else expression


def _opening(text, at):
    """Where the bracket that closes at `at` was opened."""
    waiting = []
    while at >= 0:
        letter = text[at]
        if letter in PAIRS:
            waiting.append(PAIRS[letter])
        elif letter in "([{":
            if waiting.pop() != letter:
                return None
            if not waiting:
                return at
        elif letter in "'\"":
            at = text.rfind(letter, 0, at)
            if at < 0:
                return None
        at -= 1
    return None
