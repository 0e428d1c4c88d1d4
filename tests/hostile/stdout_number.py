# ends: error AttributeError
import sys
sys.stdout = 5
print('x')
