# ends: error ValueError
import sys
sys.stdout.detach()
print('x')
