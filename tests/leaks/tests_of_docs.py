# finds: nothing
import doctest

def double(x):
    """
    >>> double(2)
    4
    >>> print(double("a"))
    aa
    """
    result = x * 2
    return result
# --- next cell
failed, tried = doctest.testmod(verbose=False)
print(failed, tried)
