# finds: attribute string.digits reverted
import string
kept = string.digits
del string.digits
try:
    sample = string.digits
except AttributeError:
    sample = ''
finally:
    string.digits = kept
print(repr(sample))
