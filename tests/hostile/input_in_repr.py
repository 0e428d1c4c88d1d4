# ends: waiting
class A:
    def __repr__(self):
        return input('my repr? ')
A()
