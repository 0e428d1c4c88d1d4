# ends: error ValueError
class Own(ValueError):
    @property
    def __traceback__(self):
        1 / 0
    __cause__ = __context__ = __notes__ = args = __traceback__
try:
    raise Own('mine')
except ValueError as error:
    raise ValueError('plain') from error
