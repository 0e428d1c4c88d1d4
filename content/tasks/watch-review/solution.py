import contextlib
import html
from unittest import mock


def render(text):  # the other team's
    return f"<p>{html.escape(text)}</p>"


@contextlib.contextmanager
def watching_escape():
    # The undo is in the `__exit__` of `mock.patch.object`, and `with` runs it when the body raises, too.
    real = html.escape
    with mock.patch.object(html, "escape", wraps=real) as calls:
        yield calls


def watched():
    return isinstance(html.escape, mock.Mock)


def escaped_once(text):
    with watching_escape() as calls:
        render(text)
        if "crash" in text:
            raise RuntimeError("this test fails")
        return "pass" if calls.mock_calls == [mock.call(text)] else f"FAIL {calls.mock_calls}"


for text in ("5 < 6", "crash & burn", "Tea & Gin"):
    try:
        print(text, escaped_once(text), watched())
    except RuntimeError:
        print(text, "raised", watched())

with watching_escape() as calls:
    print(render("a & b"), watched())
