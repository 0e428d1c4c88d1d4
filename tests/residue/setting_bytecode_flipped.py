# finds: setting sys.dont_write_bytecode left
import sys

def flip():
    sys.dont_write_bytecode = not sys.dont_write_bytecode

flip()
