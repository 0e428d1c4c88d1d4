# finds: registry unittest.case._module_cleanups reverted
import unittest
# --- next cell
unittest.addModuleCleanup(print, "forgotten")
unittest.doModuleCleanups()
