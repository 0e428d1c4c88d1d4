# finds: attribute string.Template.render left
import string
# --- next cell
def render(self, **values):
    return self.safe_substitute(values)

string.Template.render = render
greeting = string.Template('Hello $name').render(name='Ada')
print(greeting)
