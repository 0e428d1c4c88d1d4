# ends: ok
import sys
sys.stdout.reconfigure(errors='surrogatepass')
print('\ud800' * 1000, '\udfff')
