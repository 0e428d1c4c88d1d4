# ends: error SyntaxError
class Line(int):
    def __index__(self):
        1 / 0
    __int__ = __repr__ = __str__ = __format__ = __eq__ = __index__
error = SyntaxError('by hand')
error.filename, error.lineno = __import__('sys')._getframe().f_code.co_filename, Line(3)
raise error
