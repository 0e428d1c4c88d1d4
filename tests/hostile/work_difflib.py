# ends: endless
import difflib
difflib.SequenceMatcher(None, 'ab' * 5_000, 'ba' * 5_000, autojunk=False).ratio()
