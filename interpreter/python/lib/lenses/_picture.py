"""What a picture is made of: one sentence, the *reading*, and a drawing of one of three shapes.

* `grid(columns, rows)`: a table. A row is `row(head, cells)` with as many cells as there are columns.
* `steps(lanes, steps)`: what happened, in order. A step is `step(lane, text, …)`; lanes are names, at least one.
* `tree(nodes, source)`: nodes in the order in which they are read, each with its depth. A node is `node(depth,
text, …)`, and may say which part of the source it is.

Each cell, step and node has a *mark* of `MARKS`, which the page shows as a sign, a word and a colour. `finish`
makes the text form, the *facts*, from the drawing, so the two can't differ; the build compares the facts with what
the author has written.
"""

# A mark says what became of a part of the picture: its word in the text form.
MARKS = {
    "": "",
    "answers": "answers",
    "hidden": "hidden",
    "asked": "asked",
    "absent": "nothing",
    "yes": "yes",
    "no": "no",
    "new": "new",
    "changed": "changed",
    "fails": "fails",
}
# A picture with more parts is cut, and says so: nobody reads a larger one.
MOST_ROWS = 60
MOST_NODES = 300
LONGEST_TEXT = 120


class NoPicture(Exception):
    """There is nothing to draw; the message is a sentence for the reader."""


def cell(text, mark=""):
    """A cell of a grid."""
    return {"text": cut(text), "mark": mark}


def row(head, cells):
    """A row of a grid."""
    return {"head": cut(head), "cells": cells}


def step(lane, text, detail="", mark="", line=None):
    """A step. `lane` is its lane's index, `line` the line of the subject, counted from 1."""
    return {"lane": lane, "text": cut(text), "detail": cut(detail), "mark": mark, "line": line}


def node(depth, text, detail="", mark="", span=None):
    """A node of a tree. `span` is the part of the source that it is: the index of its first character, and of the one
    after its last."""
    start, end = span or (None, None)
    return {"depth": depth, "text": cut(text), "detail": cut(detail), "mark": mark, "start": start, "end": end}


def grid(reading, columns, rows):
    """A reading and a grid."""
    kept = rows[:MOST_ROWS]
    return {
        "reading": reading,
        "drawing": {"shape": "grid", "columns": columns, "rows": kept},
        "more": len(rows) - len(kept),
    }


def steps(reading, lanes, taken):
    """A reading and steps."""
    kept = taken[:MOST_ROWS]
    return {
        "reading": reading,
        "drawing": {"shape": "steps", "lanes": lanes, "steps": kept},
        "more": len(taken) - len(kept),
    }


def tree(reading, nodes, source=""):
    """A reading and a tree. `source` is the text that the nodes' spans are parts of."""
    kept = nodes[:MOST_NODES]
    drawing = {"shape": "tree", "source": source, "nodes": kept}
    return {"reading": reading, "drawing": drawing, "more": len(nodes) - len(kept)}


def finish(kind, subject, drawn):
    """The picture as plain data, with its text form."""
    return {
        "kind": kind,
        "subject": subject,
        "reading": drawn["reading"],
        "facts": _facts(drawn["drawing"]),
        "drawing": drawn["drawing"],
        "more": drawn["more"],
    }


def _facts(drawing):
    """The text form: a line for each row, step or node."""
    match drawing["shape"]:
        case "grid":
            return [_of_row(each, drawing["columns"]) for each in drawing["rows"]]
        case "steps":
            several = len(drawing["lanes"]) > 1
            return [
                (drawing["lanes"][each["lane"]] + ": " if several else "") + _of_part(each) for each in drawing["steps"]
            ]
        case "tree":
            return ["  " * each["depth"] + _of_part(each) for each in drawing["nodes"]]


def _of_row(each, columns):
    """`head: column: text (mark); …`, without the cells that are empty."""
    cells = [
        f"{column}: {_marked(part['text'], part['mark'])}"
        for column, part in zip(columns, each["cells"])
        if part["text"] or part["mark"]
    ]
    return f"{each['head']}: {'; '.join(cells)}" if cells else each["head"]


def _of_part(part):
    text = f"{part['text']}: {part['detail']}" if part["detail"] else part["text"]
    return _marked(text, part["mark"])


def _marked(text, mark):
    word = MARKS[mark]
    return f"{text} ({word})" if word and text else text or word


def cut(text, longest=LONGEST_TEXT):
    """A text on one line, of a bounded length."""
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 2] + " …"
