# ends: error RecursionError | stack
class A:
    def __enter__(self):
        pass
    def __exit__(self, *_):
        with self:
            pass
with A():
    pass
