# ends: error RuntimeError | ok
import sys
def hook(event, args):
    if event == 'compile':
        raise RuntimeError('not in my interpreter')
sys.addaudithook(hook)
eval('1')
