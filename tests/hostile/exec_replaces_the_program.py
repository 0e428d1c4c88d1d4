# ends: error OSError
import os
os.execv('/bin/sh', ['sh'])
