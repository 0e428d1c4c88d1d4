"""Fills templates with loops, conditions and filters, by a small engine that builds functions out of source."""

import html
import re

TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})")

PAGE = """<h1>{{ title|escape }}</h1>
<ul>{% for item in items %}
  <li class="{% if item.price > 50 %}dear{% else %}cheap{% end %}">
    {{ item.name|escape|title }}: {{ item.price }}{% for tag in item.tags %} #{{ tag|upper }}{% end %}
  </li>{% end %}
</ul>
<p>{% if note %}{{ note|escape }}{% end %}</p>
"""

FILTERS = {"escape": lambda value: html.escape(str(value)), "upper": str.upper, "title": str.title}


class Item:
    def __init__(self, name, price, tags):
        self.name = name
        self.price = price
        self.tags = tags


class Template:
    def __init__(self, text):
        self.lines = ["def render(values, filters):", "    out = []"]
        self.local = []
        self.depth = 1
        for part in TAG.split(text):
            if part.startswith("{{"):
                self.add(f"out.append(str({self.filtered(part[2:-2])}))")
            elif part.startswith("{%"):
                self.statement(part[2:-2].split())
            elif part:
                self.add(f"out.append({part!r})")
        self.lines.append("    return ''.join(out)")
        space = {}
        exec("\n".join(self.lines), space)
        self.render = space["render"]

    def add(self, line):
        self.lines.append("    " * self.depth + line)

    def statement(self, words):
        match words:
            case ["for", name, "in", *source]:
                source = self.expression(" ".join(source))
                self.local.append(name)
                self.add(f"for {name} in {source}:")
                self.depth += 1
            case ["if", name, *rest]:
                self.add(f"if {self.expression(name)} {' '.join(rest)}:")
                self.depth += 1
            case ["else"]:
                self.depth -= 1
                self.add("else:")
                self.depth += 1
            case ["end"]:
                self.depth -= 1

    def expression(self, text):
        name = text.split(".")[0]
        return text if name in self.local else f"values[{name!r}]" + text[len(name) :]

    def filtered(self, text):
        name, *filters = text.strip().split("|")
        result = self.expression(name)
        for word in filters:
            result = f"filters[{word!r}]({result})"
        return result


def work():
    items = [Item(f"thing <{number}>", number * 7 % 100, ["a", "b & c"][: number % 3]) for number in range(120)]
    length, dear = 0, 0
    for number in range(200):
        template = Template(PAGE)
        page = template.render({"title": f"Shop & {number}", "items": items, "note": "<b>" * (number % 2)}, FILTERS)
        length += len(page)
        dear += page.count("dear")
    return length, dear, html.unescape(page)[:12]
