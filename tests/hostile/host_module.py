# ends: ok
import _host
_host.write(1, b'through the module that files use\n')
