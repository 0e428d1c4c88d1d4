# ends: error RecursionError | stack
import re
def f(match):
    return re.sub('x', f, 'x')
re.sub('x', f, 'x')
