"""select() where there is nothing to wait for: there are no sockets and no other processes, so it only moves the clock.

The module has no `poll`, `epoll` or `kqueue`, so `selectors.DefaultSelector` is the SelectSelector.
"""

from _errors import EDEADLK as _EDEADLK
from _host import sleep as _sleep

error = OSError
PIPE_BUF = 4096


def select(rlist, wlist, xlist, timeout=None, /):
    """Wait until the timeout is over; no descriptor ever becomes ready, so the three lists are empty."""
    if timeout is None:
        raise OSError(_EDEADLK, "Resource deadlock avoided: nothing can end a select() without a timeout here")
    if not isinstance(timeout, (int, float)):
        raise TypeError("timeout must be a float or None")
    if timeout < 0:
        raise ValueError("timeout must be non-negative")
    if timeout:
        _sleep(timeout)
    return [], [], []
