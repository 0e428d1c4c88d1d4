# says: When the test in between raises, the way back must run all the same
import html

REAL = html.escape


def render(text):
    return f"<p>{html.escape(text)}</p>"


def watched():
    return html.escape is not REAL


def escaped_once(text):
    seen = []

    def spy(text, quote=True):
        seen.append(text)
        return REAL(text, quote)

    html.escape = spy
    try:
        render(text)
    except Exception as exc:
        return f"FAIL {exc}"
    finally:
        html.escape = REAL
    return "pass" if seen == [text] else f"FAIL {seen}"


print(escaped_once("5 < 6"), escaped_once("Tea & Gin"))
