# finds: dispatch describe: int permanent
from functools import singledispatch

@singledispatch
def describe(value):
    return 'something'

# --- next cell
@describe.register(int)
def describe_number(value):
    return 'a number'

print(describe(3), describe('x'))
