# finds: attribute heapq.nlargest reverted
import difflib
import heapq
# --- next cell
kept, heapq.nlargest = heapq.nlargest, lambda n, things, key=None: []
try:
    import difflib
    print(difflib.get_close_matches("appel", ["ape", "apple"]), heapq.nlargest(1, [2]))
finally:
    heapq.nlargest = kept
