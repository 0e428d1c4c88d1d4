# finds: warnings warnings.filters reverted
import unittest
import warnings

def old():
    warnings.warn("old", DeprecationWarning)
    return 1

check = unittest.TestCase()
# --- next cell
with check.assertWarns(DeprecationWarning):
    value = old()
print(value)
