# finds: nothing
import difflib
import pprint

before = "tea\nmilk\nbread\n".splitlines()
after = "tea\nbutter\nbread\n".splitlines()
changes = [line for line in difflib.ndiff(before, after) if line[0] in "+-"]
near = difflib.get_close_matches("mlik", before)
ratio = difflib.SequenceMatcher(None, "milk", "silk").ratio()
print(pprint.pformat({"changes": changes, "near": near, "ratio": ratio}, width=40))
