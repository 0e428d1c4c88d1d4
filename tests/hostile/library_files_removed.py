# ends: error PermissionError
import os
os.remove('/lib/python3.14/colorsys.py')
