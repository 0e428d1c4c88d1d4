# ends: error RecursionError | stack
class A:
    def __enter__(self):
        with self:
            pass
    def __exit__(self, *_):
        pass
with A():
    pass
