# finds: nothing
import doctest
import io
import unittest

def double(x):
    """
    >>> double(2)
    4
    """
    result = x * 2
    return result
# --- next cell
finder = doctest.DocTestFinder()
cases = [doctest.DocTestCase(test) for test in finder.find(double, "double", globs={"double": double})]
print(unittest.TextTestRunner(stream=io.StringIO()).run(unittest.TestSuite(cases)).wasSuccessful())
