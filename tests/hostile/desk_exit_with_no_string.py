# ends: ok
class Code:
    def __str__(self):
        1 / 0
    __repr__ = __index__ = __int__ = __eq__ = __bool__ = __str__
raise SystemExit(Code())
