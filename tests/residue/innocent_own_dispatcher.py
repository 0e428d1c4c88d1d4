# finds: nothing
def chooses(function):
    table = []

    def dispatch(value):
        for kind, special in reversed(table):
            if isinstance(value, kind):
                return special
        return function

    def add(kind):
        def decorator(special):
            table.append((kind, special))
            return special
        return decorator

    def wrapper(value):
        return dispatch(value)(value)

    wrapper.dispatch, wrapper.add, wrapper.registry = dispatch, add, table
    return wrapper

@chooses
def show(value):
    return "something"
# --- next cell
@show.add(int)
def show_int(value):
    return "a number"

print(show(3), show("x"))
