# finds: nothing
from contextvars import ContextVar

lang = ContextVar("lang")
lang.set("en")
# --- next cell
current = lang.get()
lang.set(current)
words = {"en": "hello", "fr": "bonjour"}
print(words[lang.get()])
