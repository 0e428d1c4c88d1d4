# finds: setting os.cwd left
import os

os.chdir("/tmp")
here = os.getcwd()
