# finds: setting sys.switchinterval left
import sys

before = sys.getswitchinterval()
sys.setswitchinterval(0.02)
print(before < 0.02)
