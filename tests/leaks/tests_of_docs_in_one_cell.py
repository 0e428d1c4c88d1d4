# finds: nothing
import doctest

def halve(x):
    """
    >>> halve(4)
    2.0
    >>> halve("a")
    Traceback (most recent call last):
    TypeError: no number
    """
    if isinstance(x, str):
        raise TypeError("no number")
    return x / 2

doctest.run_docstring_examples(halve, globals(), name="halve")
