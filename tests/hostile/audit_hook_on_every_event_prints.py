# ends: ok | stack
import sys
def hook(event, args):
    print('<i>', event)
sys.addaudithook(hook)
import colorsys
open('f', 'w').close()
