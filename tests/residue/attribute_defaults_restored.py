# finds: attribute difflib.get_close_matches reverted
import difflib
words = ['apple', 'ape', 'maple', 'grape']
old_defaults = difflib.get_close_matches.__defaults__
difflib.get_close_matches.__defaults__ = (1, 0.1)
best = difflib.get_close_matches('appel', words)
difflib.get_close_matches.__defaults__ = old_defaults
print(best, difflib.get_close_matches('appel', words))
