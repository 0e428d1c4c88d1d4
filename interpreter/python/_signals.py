"""Signals within one process: a table of handlers, and raise_signal() to run them.

No signal arrives from outside (the page stops a run by other means), and there are no timers. So a signal
happens only when the program sends it to itself, and its handler has run when that call returns.
"""

from sys import _getframe

import _host
from _descriptors import number as _number, opened as _opened, write as _write
from _errors import EDEADLK as _EDEADLK, EINVAL as _EINVAL, ENOSYS as _ENOSYS, ESRCH as _ESRCH, failure as _failure

SIG_DFL, SIG_IGN = 0, 1
SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK = 0, 1, 2
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2
NSIG = 65

# For each signal its name without SIG, Linux's number and glibc's description.
_TABLE = """\
HUP 1 Hangup
INT 2 Interrupt
QUIT 3 Quit
ILL 4 Illegal instruction
TRAP 5 Trace/breakpoint trap
ABRT 6 Aborted
BUS 7 Bus error
FPE 8 Floating point exception
KILL 9 Killed
USR1 10 User defined signal 1
SEGV 11 Segmentation fault
USR2 12 User defined signal 2
PIPE 13 Broken pipe
ALRM 14 Alarm clock
TERM 15 Terminated
STKFLT 16 Stack fault
CHLD 17 Child exited
CONT 18 Continued
STOP 19 Stopped (signal)
TSTP 20 Stopped
TTIN 21 Stopped (tty input)
TTOU 22 Stopped (tty output)
URG 23 Urgent I/O condition
XCPU 24 CPU time limit exceeded
XFSZ 25 File size limit exceeded
VTALRM 26 Virtual timer expired
PROF 27 Profiling timer expired
WINCH 28 Window changed
IO 29 I/O possible
PWR 30 Power failure
SYS 31 Bad system call"""
_DESCRIPTIONS = {}
for _line in _TABLE.split("\n"):
    _name, _code, _text = _line.split(" ", 2)
    globals()["SIG" + _name] = int(_code)
    _DESCRIPTIONS[int(_code)] = _text
SIGIOT, SIGCLD, SIGPOLL = SIGABRT, SIGCHLD, SIGIO
SIGRTMIN, SIGRTMAX = 34, 64

# The signals that are ignored if they have no handler. Those that stop a process are among them, because no other
# process could continue it. All others end the run.
_HARMLESS = {SIGCHLD, SIGCONT, SIGURG, SIGWINCH, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU}


class ItimerError(OSError):
    __module__ = "signal"
    __qualname__ = __name__ = "itimer_error"


def default_int_handler(signalnum, frame, /):
    """The default handler for SIGINT installed by Python: it raises KeyboardInterrupt."""
    raise KeyboardInterrupt


_handlers = {SIGINT: default_int_handler, SIGPIPE: SIG_IGN, SIGXFSZ: SIG_IGN}
_wakeup = -1


def _checked(signalnum):
    """Return a signal's number; fail if there is no such signal."""
    signalnum = _number(signalnum)
    if not 0 < signalnum < NSIG:
        raise ValueError("signal number out of range")
    return signalnum


def signal(signalnum, handler, /):
    """Set the action for the given signal; the previous one is returned."""
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    signalnum = _checked(signalnum)
    if signalnum in (SIGKILL, SIGSTOP, 32, 33):
        raise _failure(_EINVAL)
    before = _handlers.get(signalnum, SIG_DFL)
    _handlers[signalnum] = handler
    return before


def getsignal(signalnum, /):
    """Return the current action for the given signal."""
    signalnum = _checked(signalnum)
    return None if signalnum in (32, 33) else _handlers.get(signalnum, SIG_DFL)


def raise_signal(signalnum, /):
    """Send a signal to the executing process."""
    signalnum = _number(signalnum)
    if not 0 < signalnum < NSIG:
        raise _failure(_EINVAL)
    _deliver(signalnum, _getframe(1))


def _deliver(signalnum, frame):
    """Run the handler of a signal, as if the signal had interrupted `frame`; or do what the signal does without a
    handler."""
    handler = _handlers.get(signalnum, SIG_DFL)
    if callable(handler):
        _wake(signalnum)
        handler(int(signalnum), frame)
    elif handler == SIG_DFL and signalnum not in _HARMLESS:
        _host.exit(128 + signalnum)


def _wake(signalnum):
    """Write a signal's number to the descriptor that set_wakeup_fd() has set."""
    if _wakeup != -1:
        _write(_wakeup, bytes((signalnum,)))


def pthread_kill(thread_id, signalnum, /):
    """Send a signal to a thread. There is only one."""
    from _thread import get_ident

    if thread_id != get_ident():
        raise _failure(_ESRCH)
    if signalnum:
        _deliver(_checked(signalnum), _getframe(1))


def strsignal(signalnum, /):
    """Return the system description of the given signal."""
    signalnum = _checked(signalnum)
    if signalnum >= SIGRTMIN:
        return f"Real-time signal {signalnum - SIGRTMIN}"
    return _DESCRIPTIONS.get(signalnum)


def valid_signals():
    """Return a set of valid signal numbers on this platform."""
    return set(range(1, NSIG)) - {32, 33}


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    """Sets the fd to be written to (with the signal number) when a signal comes in."""
    global _wakeup
    if fd != -1:
        _opened(fd)
    before, _wakeup = _wakeup, fd
    return before


def siginterrupt(signalnum, flag, /):
    """Change system call restart behaviour. No call can be interrupted here, so only the number is checked."""
    _checked(signalnum)


def alarm(seconds, /):
    """Arrange for SIGALRM to arrive after the given number of seconds. There are no timers here, so it must be 0."""
    if seconds:
        raise _no_timers(OSError, "alarm")
    return 0


def setitimer(which, seconds, interval=0.0, /):
    """Sets given itimer. There are no timers here, so the time must be 0."""
    if which not in (ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF):
        raise ItimerError(_EINVAL, "Invalid argument")
    if seconds:
        raise _no_timers(ItimerError, "setitimer")
    return 0.0, 0.0


def getitimer(which, /):
    """Returns current value of given itimer."""
    return setitimer(which, 0)


def _no_timers(kind, what):
    """Return the exception, of the class `kind`, for a function that would start a timer."""
    return kind(_ENOSYS, f"Function not implemented: {what}() would interrupt a running program, and here nothing can")


def pause():
    """Wait until a signal arrives. None can arrive here, so this fails at once."""
    raise OSError(_EDEADLK, "Resource deadlock avoided: no signal can arrive here, pause() would never return")
