# ends: ok
import builtins
vars(builtins).clear()
