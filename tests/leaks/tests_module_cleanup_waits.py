# finds: registry unittest.case._module_cleanups left
import unittest
# --- next cell
def forget():
    print("forgotten")

unittest.addModuleCleanup(forget)
