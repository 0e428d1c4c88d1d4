# finds: sys_path /tmp/extras left
import sys
sys.path.append('/tmp/extras')
# --- next cell
sys.path.remove('/tmp/extras')
print('/tmp/extras' in sys.path)
