# ends: error KeyError
import sys
with open('vanishes.py', 'w') as file:
    file.write('import sys, os\ndel sys.modules[__name__]\nos.remove(__file__)\n')
sys.path.insert(0, '.')
import vanishes
