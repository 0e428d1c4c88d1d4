# finds: attribute heapq.nlargest left
# finds: attribute difflib._nlargest left
import heapq

usual = heapq.nlargest
# --- next cell
heapq.nlargest = lambda n, things, key=None: usual(1, things, key)
import difflib
