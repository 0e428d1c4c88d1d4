# finds: nothing
PLUGINS = {}

def plugin(name=None):
    def register(function):
        PLUGINS[name or function.__name__] = function
        return function
    return register
# --- next cell
@plugin()
def upper(text):
    return text.upper()

@plugin("backwards")
def reverse(text):
    return text[::-1]

text = "tea"
for name in sorted(PLUGINS):
    text = PLUGINS[name](text)
print(text)
