# ends: ok
import sys
sys.setprofile(lambda *args: None)
len([])
