# ends: waiting
import sys
sys.settrace(lambda *args: input('traced? '))
(lambda: 1)()
