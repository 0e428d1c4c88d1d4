# finds: sys_path /tmp/plugins left
import sys
folder = '/tmp/plugins'
if folder not in sys.path:
    sys.path.insert(0, folder)
print(sys.path[0])
