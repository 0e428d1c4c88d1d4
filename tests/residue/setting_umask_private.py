# finds: setting os.umask reverted
import os

before = os.umask(0o077)
try:
    mode = 0o666 & ~0o077
finally:
    os.umask(before)
print(oct(mode))
