# ends: ok
class A:
    def __del__(self):
        print('<i>gone</i>' * 1000)
        raise ValueError('unheard')
a = A()
del a
