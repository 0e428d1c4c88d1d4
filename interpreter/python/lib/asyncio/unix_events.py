"""The event loop of an interpreter that has nothing to wait for but time.

There are no sockets, pipes or child processes here, so the loop needs no selector and no way to be
woken from another thread: between two rounds it only moves the clock.
"""

import time

from . import base_events, events

__all__ = ("SelectorEventLoop", "EventLoop")


class _TimeSelector:
    """The one question a loop asks its selector: wait this long."""

    def select(self, timeout=None):
        if timeout is None:
            raise RuntimeError(
                "the event loop would wait forever: nothing is scheduled, and there is no input or output to wait for"
            )
        if timeout > 0:
            time.sleep(timeout)
        return []

    def close(self):
        pass


class SelectorEventLoop(base_events.BaseEventLoop):
    """Runs coroutines, callbacks and timers; everything else is refused by the base class."""

    def __init__(self, selector=None):
        super().__init__()
        self._selector = selector or _TimeSelector()

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass


class _DefaultEventLoopPolicy(events._BaseDefaultEventLoopPolicy):
    """Makes one loop for the main thread, as the policy of other systems does."""

    _loop_factory = SelectorEventLoop


EventLoop = SelectorEventLoop
