# ends: ok
import sys
for seconds in (1e-300, 1e300, 0.0, -1.0, float('nan'), float('inf')):
    try:
        sys.setswitchinterval(seconds)
    except (ValueError, OverflowError):
        pass
