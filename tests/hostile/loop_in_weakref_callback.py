# ends: endless
import weakref
class A:
    pass
a = A()
def gone(_):
    while True:
        pass
r = weakref.ref(a, gone)
del a
