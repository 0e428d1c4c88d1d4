# finds: nothing
import getpass
from unittest.mock import patch

@patch('getpass.getuser', return_value='guest')
def check(fake):
    return getpass.getuser()

print(callable(check))
