# ends: waiting | ok
# A request that nobody can read is answered with a failure.
import _host
_host.elsewhere('not even JSON')
