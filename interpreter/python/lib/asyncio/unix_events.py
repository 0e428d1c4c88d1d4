"""The event loop of an interpreter in which time is the only thing to wait for.

There are no sockets, child processes or other threads here, so the loop needs no real selector and no way to be
woken: when all that is left to do is scheduled for later, it moves the clock forward.
"""

import time

from . import base_events, events

__all__ = ("SelectorEventLoop", "EventLoop")


class _TimeSelector:
    """A selector that only waits."""

    def select(self, timeout=None):
        """Wait for `timeout` seconds; no file ever becomes ready."""
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
    """Runs coroutines, callbacks and timers. The base class has no implementation for sockets, pipes and processes, and
    raises an exception where a program asks for one."""

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
