# finds: setting sys.path reverted
import sys
kept = sys.path
sys.path = None
print(len(kept))
sys.path = kept
