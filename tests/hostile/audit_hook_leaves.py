# ends: exit
import os, sys
def hook(event, args):
    os._exit(7)
sys.addaudithook(hook)
eval('1')
