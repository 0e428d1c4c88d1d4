# ends: error ZeroDivisionError
# A line of this cell that the cell does not have.
exec(compile('\n' * 10**6 + '1 / 0', __import__('sys')._getframe().f_code.co_filename, 'exec'))
