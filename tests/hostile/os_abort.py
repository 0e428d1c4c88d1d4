# ends: exit
import os
os.abort()
