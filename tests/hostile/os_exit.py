# ends: exit
import os
kept = None
os._exit(3)
