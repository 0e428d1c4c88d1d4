# finds: attribute heapq.nlargest reverted
# finds: attribute difflib._nlargest left
import heapq
# --- next cell
kept = heapq.nlargest

def counted(n, things, key=None):
    counted.calls += 1
    return kept(n, things, key)

counted.calls = 0
heapq.nlargest = counted
try:
    import difflib
    print(difflib.get_close_matches("appel", ["ape", "apple"]))
finally:
    heapq.nlargest = kept
print(difflib.get_close_matches("appel", ["ape"]), counted.calls)
