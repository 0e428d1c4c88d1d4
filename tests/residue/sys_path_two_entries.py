# finds: sys_path /tmp/a left
# finds: sys_path /tmp/b reverted
import sys
sys.path.append('/tmp/a')
sys.path.append('/tmp/b')
known = len(sys.path)
sys.path.pop()
print(known - len(sys.path))
