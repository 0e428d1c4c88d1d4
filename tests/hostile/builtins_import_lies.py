# ends: ok
import builtins
builtins.__import__ = lambda *args, **kwargs: 5
import sys, json, traceback
sys
