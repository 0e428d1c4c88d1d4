# finds: attribute Painter.red left
# finds: attribute Painter.green left
class Painter:
    def paint(self, colour, text):
        return f'<{colour}>{text}'

def make(colour):
    def method(self, text):
        return self.paint(colour, text)
    return method

for colour in ('red', 'green'):
    setattr(Painter, colour, make(colour))
print(Painter().red('x'), Painter().green('y'))
