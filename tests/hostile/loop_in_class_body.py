# ends: endless
class A:
    while True:
        pass
