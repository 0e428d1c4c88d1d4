# finds: nothing
import string
import textwrap

class ShoutingWrapper(textwrap.TextWrapper):
    extra = 'x'

    def fill(self, text):
        return super().fill(text).upper()

class PercentTemplate(string.Template):
    delimiter = '%'

print(ShoutingWrapper(width=9).fill('soft words here'))
print(PercentTemplate('%a').substitute(a=1))
