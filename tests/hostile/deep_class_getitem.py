# ends: error RecursionError | stack
class A:
    def __class_getitem__(cls, item):
        return cls[item]
A[int]
