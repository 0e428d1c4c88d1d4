# ends: endless | memory | exit | waiting | stack | panic | ok | error ValueError
import _host, os
_host.write(3, b'elsewhere {"source": "while True: pass", "seconds": 1e300}')
_host.write(3, b'')
os.abort()
