# ends: exit
import os, sys
class Out:
    def flush(self):
        os._exit(3)
sys.stdout = Out()
