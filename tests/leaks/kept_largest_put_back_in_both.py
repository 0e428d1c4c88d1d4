# finds: attribute heapq.nlargest reverted
# finds: attribute difflib._nlargest reverted
import heapq
# --- next cell
kept = heapq.nlargest
heapq.nlargest = lambda n, things, key=None: []
import difflib
print(difflib.get_close_matches("appel", ["apple"]))
heapq.nlargest = kept
difflib._nlargest = kept
print(difflib.get_close_matches("appel", ["apple"]))
