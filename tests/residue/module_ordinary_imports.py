# finds: nothing
import sys
before = set(sys.modules)
import colorsys
import email.message
import importlib
wave = importlib.import_module('quopri')
print(len(set(sys.modules) - before) >= 0, wave.__name__)
