# ends: error Bad
class Bad(Exception):
    def __str__(self):
        raise ValueError
    __repr__ = __str__
raise Bad
