# ends: unrepeatable
import os
for _ in range(30):
    os.urandom(3_000_000)
input('too late? ')
