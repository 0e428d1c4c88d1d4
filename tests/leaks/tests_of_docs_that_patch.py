# finds: attribute json.dumps left
import doctest
import json

usual = json.dumps

def text(value):
    """
    >>> json.dumps = lambda value: usual(value, indent=None).upper()
    >>> text("a")
    '"A"'
    """
    result = json.dumps(value)
    return result
# --- next cell
finder, runner = doctest.DocTestFinder(), doctest.DocTestRunner()
for test in finder.find(text, "text", globs=globals()):
    runner.run(test, clear_globs=False)
print(runner.summarize())
