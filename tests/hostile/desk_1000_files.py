# ends: ok
import os
os.mkdir('many')
for n in range(1_000):
    open(f'many/{n}', 'w').close()
