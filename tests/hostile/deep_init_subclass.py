# ends: error RecursionError | stack
class A:
    def __init_subclass__(cls):
        class B(cls):
            pass
class B(A):
    pass
