# finds: attribute os.getlogin reverted
# finds: attribute shutil.which reverted
import os
import shutil
from contextlib import ExitStack
from unittest.mock import patch
# --- next cell
with ExitStack() as stack:
    login = stack.enter_context(patch.object(os, 'getlogin', create=True))
    which = stack.enter_context(patch.object(shutil, 'which'))
    login.return_value = 'root'
    which.return_value = '/bin/' + os.getlogin()
    place = shutil.which('tool')
print(place)
