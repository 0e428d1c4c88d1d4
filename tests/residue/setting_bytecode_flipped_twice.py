# finds: setting sys.dont_write_bytecode reverted
import sys

def flip():
    sys.dont_write_bytecode = not sys.dont_write_bytecode

flip()
middle = sys.dont_write_bytecode
flip()
