# ends: waiting | ok
import isolation
class A:
    def __repr__(self):
        return isolation.run('print("from elsewhere")').stdout
a = A()
a
