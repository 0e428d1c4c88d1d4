# finds: nothing
def greet(name='world', *, mark='!'):
    return 'Hello ' + name + mark

# --- next cell
greet.__defaults__ = ('moon',)
greet.__kwdefaults__ = {'mark': '?'}
greet.calls = 0
print(greet())
