# ends: waiting
with open('asks.py', 'w') as file:
    file.write('name = input("who imports? ")\n')
import sys
sys.path.insert(0, '.')
import asks
