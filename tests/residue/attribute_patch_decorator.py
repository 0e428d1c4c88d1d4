# finds: attribute getpass.getuser reverted
import getpass
from unittest.mock import patch

@patch('getpass.getuser', return_value='guest')
def check(fake):
    name = getpass.getuser()
    fake.assert_called_once_with()
    return name

print(check())
