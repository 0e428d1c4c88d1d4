# finds: nothing
import functools

def counted(function):
    calls = 0

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        nonlocal calls
        calls += 1
        wrapper.calls = calls
        return function(*args, **kwargs)

    return wrapper

def repeat(times):
    def decorate(function):
        return lambda *args: [function(*args) for turn in range(times)]
    return decorate

@counted
def greet(name):
    """Say hello."""
    return f"hello {name}"

twice = repeat(2)(greet)
print(twice("ann"), greet.calls, greet.__doc__, greet.__wrapped__("bob"))
