# ends: error AttributeError
import sys
sys.stdout = sys.stderr = None
print('nowhere')
