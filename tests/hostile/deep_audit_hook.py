# ends: error RecursionError | stack | ok
import sys
def hook(event, args):
    sys.audit('again')
sys.addaudithook(hook)
sys.audit('first')
