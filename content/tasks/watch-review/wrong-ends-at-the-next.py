# says: Your watch ends when the next one begins.
import functools
import html

REAL = html.escape


def render(text):
    return f"<p>{html.escape(text)}</p>"


SEEN = []


def watch_escaping():
    html.escape = REAL
    SEEN.clear()

    @functools.wraps(REAL)
    def spy(text, quote=True):
        SEEN.append(text)
        return REAL(text, quote)

    html.escape = spy


def watched():
    return html.escape is not REAL


def escaped_once(text):
    watch_escaping()
    render(text)
    return "pass" if SEEN == [text] else f"FAIL {SEEN}"


print(escaped_once("5 < 6"), escaped_once("Tea & Gin"))
