"""Answers the question `complete`: what may stand where the editor's cursor is.

It is asked in forks only, through `looking.py`.

1. The text before the cursor is scanned: which word has been begun, and whether the cursor is in a string, in a comment
   or in the parentheses of a call. The text need not be valid Python.
2. Depending on that, the options are names in modules, modules, attributes of the expression before a dot, or keyword
   arguments and names. Expressions before a dot and before a parenthesis are evaluated.
3. As long as there is time, each option gets its type, its signature and the first line of its documentation.

`looking`, a name that boot.py gives, is the module of looking.py.
"""

import builtins
import inspect
import keyword
import sys
from itertools import islice

import _host

# Milliseconds in which options get a signature and a line of documentation. Later ones are names only.
DETAILS_WITHIN = 100
MOST_OPTIONS = 1000
# How many options there are at most of one kind: the reader's variables, other words of the program, built-in names,
# parameters of a call.
MOST_NAMES = 400
# A name of more characters than this is not offered.
LONGEST_NAME = 100
# The first line of a documentation is looked for among this many characters.
LONGEST_INFO = 2000
# The dict itself: the reader may replace `sys.modules`.
LOADED = sys.modules


def complete(main, before, after):
    """Return what may stand between the texts `before` and `after`; `main` is the namespace of `__main__`. In the
    answer, `replace` is how many UTF-16 code units before the cursor an option replaces."""
    place = Place(before)
    if place.in_text:
        return {"replace": 0, "options": []}
    options = place.options(main, before + after)
    unique = {}
    for option in options:
        unique.setdefault(option["label"], option)
    return {"replace": _units(place.word), "options": list(unique.values())[:MOST_OPTIONS]}


def _units(text):
    """The length of a text in UTF-16 code units, as JavaScript counts it. The text is not encoded for that, because a
    reader may have broken the codecs."""
    return sum(2 if ord(letter) > 0xFFFF else 1 for letter in text)


class Place:
    """Where in a program the cursor is.

    `word` is the name that has been begun, and `head` is the text before that. `call` is the text before the innermost
    parenthesis that is still open, or None. `in_text` says whether nothing can be completed: in a string, a comment or
    a number. `began` is the time at which the question was asked.
    """

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
        """The options that belong to this place; `source` is the whole program."""
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
        """Attributes of the expression before the dot."""
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
        """Variables, other words of the program, built-in names and keywords."""
        # Of very many variables the newest ones are offered: they are likelier to be meant.
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
        """What can be imported from a module, which is imported for that."""
        __import__(module)
        value = sys.modules[module]
        options = [self._option(name, lambda name=name: _attribute(value, name)) for name in _labels(dir(value))]
        return options + (self._modules(module) if hasattr(value, "__path__") else [])

    def _modules(self, package):
        """The modules in a package, or at the top if `package` is empty."""
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
        """The option for a name. `value` is a function that gives what the name stands for; it is called only as long
        as there is time for details."""
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
            # A name whose value can't be looked at is offered all the same.
            pass
        return option


def _is_label(name):
    """Whether a name can be offered."""
    return type(name) is str and len(name) <= LONGEST_NAME


def _labels(names):
    """The names that can be offered, in the order in which they are."""
    return sorted(filter(_is_label, names), key=_public_first)[:MOST_OPTIONS]


# Stands for the value of a property, which is not computed here.
HIDDEN = object()


def _attribute(value, name):
    """The value of an attribute, or HIDDEN if it is a property."""
    found = inspect.getattr_static(value, name, None)
    return HIDDEN if issubclass(type(found), property) else getattr(value, name)


def _signature(value):
    try:
        return str(inspect.signature(value))
    except (TypeError, ValueError):
        return "(…)"


def _public_first(name):
    """The key by which names are sorted: public ones, then those with one underscore, then those with two."""
    return name[:2] == "__", name[:1] == "_", name


def _in_library(package):
    """Names of the library's modules and packages directly below a package, or at the top if `package` is empty."""
    prefix = package.replace(".", "/") + "/" if package else ""
    for line in _host.library_index().splitlines():
        path = line.partition(" ")[2]
        if path.startswith(prefix):
            name, _, rest = path[len(prefix) :].partition("/")
            if rest == "__init__.py" or not rest and name.endswith(".py") and name != "__init__.py":
                yield name.removesuffix(".py")


def _identifiers(source):
    """The identifiers of more than one letter in a program, in order; also those in strings and comments."""
    word = ""
    for letter in source + " ":
        if letter.isalnum() or letter == "_":
            word += letter
            continue
        if len(word) > 1 and word.isidentifier():
            yield word
        word = ""


def _scan(text):
    """Return the text before the innermost bracket that is still open, if that is a parenthesis, else None; and whether
    the text ends in a string or a comment."""
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
    """The expression that `text` ends with: names, attributes, calls and subscripts in a row. Empty if there is
    none."""
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
    """The index of the bracket that the one at the index `at` closes; None if there is none."""
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
