# finds: nothing
def generic(function):
    registry = {object: function}

    def dispatch(kind):
        return next(registry[base] for base in kind.__mro__ if base in registry)

    def register(kind):
        def decorator(special):
            registry[kind] = special
            return special
        return decorator

    def wrapper(value):
        return dispatch(type(value))(value)

    wrapper.dispatch, wrapper.register, wrapper.registry = dispatch, register, registry
    return wrapper

@generic
def show(value):
    return "something"
# --- next cell
@show.register(int)
def show_int(value):
    return "a number"

print(show(3), show("x"))
