# ends: waiting
class A:
    def __del__(self):
        self.name = input('last words? ')
a = A()
del a
