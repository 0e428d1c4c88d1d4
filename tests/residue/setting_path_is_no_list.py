# finds: setting sys.path left
import sys
kept, sys.path = sys.path, "/plugins"
print(sys.path)
