# ends: ok | stack
import weakref
class A:
    pass
def drop(_):
    if things:
        things.pop()
things, references = [], []
for _ in range(10_000):
    things.append(A())
    references.append(weakref.ref(things[-1], drop))
things.pop()
