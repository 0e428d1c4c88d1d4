# ends: endless
import sys
def hook(event, args):
    while True:
        pass
sys.addaudithook(hook)
eval('1')
