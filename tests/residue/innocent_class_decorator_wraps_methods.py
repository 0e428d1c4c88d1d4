# finds: nothing
import functools

def logged(cls):
    for name, value in list(vars(cls).items()):
        if callable(value) and not name.startswith("_"):
            setattr(cls, name, announce(value))
    return cls

def announce(function):
    @functools.wraps(function)
    def wrapper(*args, **options):
        print("calling", function.__name__)
        return function(*args, **options)
    return wrapper

@logged
class Till:
    def open(self):
        return "open"

    def close(self):
        return "closed"

till = Till()
print(till.open(), till.close())
