# ends: ok
import gc, weakref
class A:
    def __del__(self):
        references.append(weakref.ref(self, lambda reference: reference()))
        revived.append(references[-1]())
references, revived = [], []
a = A()
a.me = a
del a
gc.collect()
revived.clear()
gc.collect()
