# finds: setting sys.meta_path left
import sys
kept = sys.meta_path
sys.meta_path = None
