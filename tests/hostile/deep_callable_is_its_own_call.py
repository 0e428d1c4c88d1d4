# ends: error RecursionError | stack
class C:
    pass
c = C()
C.__call__ = c
c()
