# ends: ok
import sys
def profile(frame, event, arg):
    raise ValueError('profiled')
sys.setprofile(profile)
len([])
