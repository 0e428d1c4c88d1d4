# finds: setting sys.asyncgen_hooks left
import sys

started = []

def note(agen):
    started.append(agen.__name__)

sys.set_asyncgen_hooks(firstiter=note)
hooks = sys.get_asyncgen_hooks()
