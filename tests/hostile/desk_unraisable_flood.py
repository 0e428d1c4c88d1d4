# ends: ok
class A:
    def __del__(self):
        raise ValueError('<b>unheard</b>' * 20)
for _ in range(200):
    A()
