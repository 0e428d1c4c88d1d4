# ends: ok | error OverflowError | error TypeError | error ValueError
import _host
for stream in (0, 4, 5, 99, 2**32 - 1):
    _host.write(stream, b'x' * 1000)
