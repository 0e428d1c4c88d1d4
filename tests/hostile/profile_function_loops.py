# ends: endless
import sys
def profile(frame, event, arg):
    while True:
        pass
sys.setprofile(profile)
len([])
