"""Answers questions about the interpreter: which variables there are, how a text may go on.

Asked in forks only. So it may run whatever of the reader's a question needs (a `__repr__`, a `__dir__`, the
expression before a dot): nothing of that ever happens in the reader's interpreter. What does not end is ended
with its fork, by the host; before anything that might not end we say what it is, on stream 4.

The builtins here are our own copy. The modules are shared, and a reader may have broken them; a question that
fails says so and hurts nothing.
"""
import builtins
import inspect
import keyword
import sys

import _host

LOOKING_AT = 4
LONGEST_TEXT = 100
# How much of a large structure is walked to see whether it has changed.
WALKED = 2000
# Milliseconds spent on signatures and first lines of documentation; names alone come after that.
DETAILS_WITHIN = 100
MOST_OPTIONS = 1000


def look(question, main):
    """One question, by its name, and its arguments."""
    return QUESTIONS[question.pop("ask")](main, **question)


def variables(main, skip):
    """Rows for what the reader has defined, in the order of definition.

    `mark` differs when the variable was bound anew or anything reachable in it has changed. The reprs of
    the names in `skip` are known not to end: they are left out, and the mark is the identity alone.
    """
    rows = []
    for name, value in list(dict.items(main)):
        if type(name) is not str or name[:2] == "__" == name[-2:]:
            continue
        _say(name)
        rows.append({
            "name": name,
            "type": _type_name(value),
            "kind": _kind(value),
            "text": "its repr does not end" if name in skip else _text(value),
            "size": _size(value),
            "mark": str(id(value)) if name in skip else _mark(value),
            "skipped": name in skip,
        })
    return {"rows": rows}


def _say(text):
    _host.write(LOOKING_AT, text.encode("utf-8", "replace"))


def _kind(value):
    kind = type(value)
    if kind is type(sys):
        return "module"
    if type in kind.__mro__:
        return "class"
    return "function" if kind in FUNCTIONS else "value"


def _type_name(value):
    kind = type(value)
    name = type.__dict__["__name__"].__get__(kind)
    if _kind(value) == "class" and kind is not type:
        return "class (" + name + ")"
    return {"type": "class"}.get(name, name)


def _size(value):
    kind = type(value)
    if kind in COUNTED:
        count = kind.__len__(value)
        unit = COUNTED[kind]
        return f"{count:,} {unit if count == 1 else unit + 's'}"
    if kind is int and value.bit_length() > 64:
        return f"{(value.bit_length() + 7) // 8:,} bytes"
    return ""


def _text(value):
    kind = _kind(value)
    try:
        if kind == "module":
            return getattr(value, "__file__", None) or "built in"
        if kind == "class":
            bases = [base.__name__ for base in value.__bases__ if base is not object]
            return f"class {value.__name__}({', '.join(bases)})" if bases else f"class {value.__name__}"
        if kind == "function":
            return _cut(f"{value.__name__}{inspect.signature(value)}")
        return _cut(_repr(value, 3))
    except BaseException as error:
        return _cut(f"its repr raises {type(error).__name__}")


def _cut(text, longest=LONGEST_TEXT):
    text = str.__str__(text)
    return text if len(text) <= longest else text[:longest - 1] + "…"


def _repr(value, depth):
    """A short repr. Containers of the usual types are written by hand, so that a long one costs no more
    than its beginning."""
    kind = type(value)
    if kind is int and value.bit_length() > 2000:
        return f"<an int of about {int(value.bit_length() * 0.30103) + 1:,} digits>"
    if kind is str or kind is bytes:
        return repr(value[:LONGEST_TEXT]) + ("…" if len(value) > LONGEST_TEXT else "")
    if kind not in BRACKETS or not value:
        return repr(value)
    left, right = BRACKETS[kind]
    if not depth:
        return f"{left}…{right}"
    parts = []
    for item in value:
        if len(parts) == 8:
            parts.append("…")
            break
        part = _repr(item, depth - 1)
        parts.append(f"{part}: {_repr(value[item], depth - 1)}" if kind is dict else part)
    return left + ", ".join(parts) + ("," if kind is tuple and len(parts) == 1 else "") + right


def _mark(value):
    """A number for the value's identity and content, a string because it is long."""
    total, left, waiting, seen = id(value), WALKED, [value], set()
    while waiting and left:
        value = waiting.pop()
        left -= 1
        kind = type(value)
        if kind in SCALARS:
            total = hash((total, kind.__name__, value if kind is not float else repr(value)))
            continue
        total = hash((total, id(value)))
        if id(value) in seen:
            continue
        seen.add(id(value))
        if kind in BRACKETS or kind is bytearray:
            total = hash((total, len(value)))
            waiting.extend(list(value)[:left])
            if kind is dict:
                waiting.extend(list(value.values())[:left])
            continue
        if kind is type(sys) or kind in FUNCTIONS:
            continue
        try:
            attributes = object.__getattribute__(value, "__dict__")
        except BaseException:
            continue
        for name, attribute in list(dict.items(attributes) if type(attributes) is dict else attributes.items()):
            if name in ("__weakref__", "__dict__", "__abc_impl__", "_abc_impl"):
                continue
            total = hash((total, name))
            waiting.append(attribute)
    return str(total)


def complete(main, before, after):
    """What may stand where the cursor is. `replace` is how many UTF-16 units before the cursor go."""
    place = Place(before)
    if place.in_text:
        return {"replace": 0, "options": []}
    options = place.options(main, before + after)
    seen, unique = set(), []
    for option in options:
        if option["label"] not in seen:
            seen.add(option["label"])
            unique.append(option)
    return {"replace": _units(place.word), "options": unique[:MOST_OPTIONS]}


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
        self.calls, self.in_text = _scan(self.head)
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
        _say(expression)
        try:
            value = eval(compile(expression, "<completion>", "eval"), main)
            names = dir(value)
        except BaseException:
            return []
        names = sorted((name for name in names if type(name) is str), key=_public_first)
        return [self._option(name, lambda: _attribute(value, name)) for name in names]

    def _arguments(self, main):
        """Keyword arguments of the call that the cursor stands in."""
        if not self.calls or not self.head.rstrip().endswith(("(", ",")):
            return []
        expression = _expression_before(self.calls[-1])
        if not expression:
            return []
        _say(expression)
        try:
            called = eval(compile(expression, "<completion>", "eval"), main)
            parameters = inspect.signature(called).parameters.values()
        except BaseException:
            return []
        return [
            {"label": f"{one.name}=", "type": "property", "detail": _cut(str(one).partition(one.name)[2], 40), "info": ""}
            for one in parameters
            if one.kind in (one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY)
        ]

    def _names(self, main, source):
        options = []
        for name, value in list(dict.items(main)):
            if type(name) is str and name[:2] != "__":
                options.append(self._option(name, lambda: value))
        known = {option["label"] for option in options}
        for name in _identifiers(source):
            if name not in known and name != self.word and not keyword.iskeyword(name):
                options.append({"label": name, "type": "text", "detail": "", "info": ""})
        builtin = main.get("__builtins__", builtins)
        builtin = builtin if type(builtin) is dict else vars(builtin)
        for name, value in list(builtin.items()):
            if type(name) is str and name[:2] != "__":
                options.append(self._option(name, lambda: value))
        options.extend(
            {"label": name, "type": "keyword", "detail": "", "info": ""} for name in keyword.kwlist
        )
        return options

    def _names_in(self, module):
        __import__(module)
        module = sys.modules[module]
        names = sorted((name for name in dir(module) if type(name) is str), key=_public_first)
        options = [self._option(name, lambda: _attribute(module, name)) for name in names]
        return options + (self._modules(module.__name__) if hasattr(module, "__path__") else [])

    def _modules(self, package):
        names = set(_in_library(package))
        for name in list(sys.modules):
            above, _, last = name.rpartition(".")
            if above == package:
                names.add(last)
        if not package:
            names.update(sys.builtin_module_names)
        return [
            {"label": name, "type": "namespace", "detail": "", "info": ""}
            for name in sorted(names, key=_public_first)
        ]

    def _option(self, label, value):
        """A name with what it stands for, as long as there is time to find out."""
        option = {"label": label, "type": "variable", "detail": "", "info": ""}
        if label[:2] == "__" or (_host.monotonic() - self.began) * 1000 > DETAILS_WITHIN:
            return option
        try:
            value = value()
            if value is HIDDEN:
                return option | {"type": "property", "detail": "property"}
            kind = _kind(value)
            option["type"] = {"module": "namespace", "value": "variable"}.get(kind, kind)
            if callable(value):
                option["type"] = "class" if kind == "class" else "function"
                option["detail"] = _cut(_signature(value), 60)
            else:
                option["detail"] = _type_name(value)
            documentation = value.__doc__ if kind != "value" or callable(value) else ""
            if type(documentation) is str:
                option["info"] = _cut(next(iter(documentation.strip().splitlines()), ""), 200)
        except BaseException:
            # A name that can't be looked at is a name all the same.
            pass
        return option


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
            name, _, rest = path[len(prefix):].partition("/")
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
    """The texts before the calls that are still open, outermost first, and whether the end is in a string
    or a comment."""
    open_, at, end = [], 0, len(text)
    while at < end:
        letter = text[at]
        if letter == "#":
            newline = text.find("\n", at)
            if newline < 0:
                return [], True
            at = newline
        elif letter in "'\"":
            quote = letter * 3 if text.startswith(letter * 3, at) else letter
            at += len(quote)
            while not text.startswith(quote, at):
                if at >= end:
                    return [], True
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
        return [], False
    return [text[:at] for letter, at in open_ if letter == "("], False


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


COUNTED = {str: "character", bytes: "byte", bytearray: "byte", list: "item", tuple: "item", dict: "item",
           set: "item", frozenset: "item", range: "item"}
BRACKETS = {list: "[]", tuple: "()", dict: "{}", set: "{}", frozenset: ("frozenset({", "})")}
SCALARS = {int, float, complex, bool, str, bytes, type(None), type(...)}
FUNCTIONS = {type(look), type(len), type(lambda: 0), type([].append), type(Place(" ").options)}
QUESTIONS = {"variables": variables, "complete": complete}
