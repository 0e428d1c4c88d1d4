# ends: error KeyError | error TypeError | error ValueError | error OverflowError | memory
import _host
for name in ('../../etc/passwd', '', 'x' * 10**6, '\0', '\ud800'):
    try:
        _host.library(name)
    except KeyError:
        pass
_host.own_file('boot.py')
