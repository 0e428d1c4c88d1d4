# ends: error PermissionError
with open('/lib/python3.14/colorsys.py', 'w') as file:
    file.write('raise SystemExit("mine now")')
import colorsys
