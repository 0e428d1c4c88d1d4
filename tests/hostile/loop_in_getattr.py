# ends: endless
class A:
    def __getattr__(self, name):
        while True:
            pass
A().x
