# ends: ok
import os
for _ in range(500):
    os.mkdir('deeper')
    os.chdir('deeper')
