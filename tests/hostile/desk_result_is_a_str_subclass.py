# ends: ok
class Text(str):
    def __len__(self):
        raise ValueError('no length')
    __getitem__ = __str__ = __format__ = __len__
class A:
    def __repr__(self):
        return Text('a repr that is not quite a string')
a = A()
a
