# ends: endless
import warnings
warnings.simplefilter('always')
while True:
    warnings.warn('<b>again</b>')
