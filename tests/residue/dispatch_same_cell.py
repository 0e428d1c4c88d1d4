# finds: nothing
from functools import singledispatch

@singledispatch
def render(value):
    return str(value)

@render.register(list)
def render_list(value):
    return ', '.join(render(v) for v in value)

@render.register(bool)
def render_bool(value):
    return 'yes' if value else 'no'

print(render([1, True]))
