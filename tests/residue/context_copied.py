# finds: nothing
from contextvars import ContextVar, copy_context

theme = ContextVar("theme", default="light")
# --- next cell
def preview(name):
    theme.set(name)
    shown = f"<{theme.get()}>"
    return shown

copied = copy_context()
shown = copied.run(preview, "dark")
print(shown, theme.get())
