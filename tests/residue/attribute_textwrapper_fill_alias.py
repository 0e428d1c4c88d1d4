# finds: attribute textwrap.TextWrapper.fill left
from textwrap import TextWrapper as TW

def boxed(self, text):
    return '\n'.join('| ' + line for line in self.wrap(text))

TW.fill = boxed
print(TW(width=20).fill('a few words that need more than one line'))
