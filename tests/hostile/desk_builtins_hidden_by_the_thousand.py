# ends: ok
import builtins
hiding = {name: 5 for name in dir(builtins) if name[:1] != '_'}
globals().update(hiding)
