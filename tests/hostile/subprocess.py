# ends: error OSError | error NotImplementedError | error PermissionError
import subprocess
subprocess.run(['ls'])
