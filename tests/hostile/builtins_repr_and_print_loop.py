# ends: endless
import builtins
def forever(*args, **kwargs):
    while True:
        pass
builtins.repr = builtins.str = builtins.ascii = builtins.format = forever
builtins.print = forever
print('x')
