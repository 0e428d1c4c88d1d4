# ends: ok | error ValueError
import _host
_host.write(3, b'panic by hand')
_host.write(3, b'memory')
