# ends: exit
import atexit, os
atexit.register(os._exit, 5)
atexit._run_exitfuncs()
