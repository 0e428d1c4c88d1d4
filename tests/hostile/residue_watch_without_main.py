# ends: error AttributeError
import residue, sys
sys.modules['__main__'] = 5
with residue.watch():
    pass
