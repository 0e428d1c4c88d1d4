# finds: setting os.umask left
import os

previous = os.umask(0o027)
os.umask(0o037)
changed = previous != 0o037
