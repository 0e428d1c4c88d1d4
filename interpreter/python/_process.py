"""What programs can learn about their process: who runs it, where, and with which environment.

This process is the only one. No other can be started, waited for or signalled, and the functions for that raise
exceptions which say so.
"""

from sys import _getframe, platform

import _host
from _descriptors import number, opened
from _errors import ECHILD, EINVAL, ENOTTY, EPERM, ESRCH, failure, no_processes
from _records import terminal_size, times_result, uname_result
from _signals import _deliver
from _tree import READER, process

# The names that become part of `posix`.
__all__ = """
    EX_OK EX_USAGE EX_DATAERR EX_NOINPUT EX_NOUSER EX_NOHOST EX_UNAVAILABLE EX_SOFTWARE EX_OSERR EX_OSFILE
    EX_CANTCREAT EX_IOERR EX_TEMPFAIL EX_PROTOCOL EX_NOPERM EX_CONFIG
    WNOHANG WUNTRACED WSTOPPED WEXITED WCONTINUED WNOWAIT P_ALL P_PID P_PGID
    WIFEXITED WEXITSTATUS WIFSIGNALED WTERMSIG WIFSTOPPED WSTOPSIG WIFCONTINUED WCOREDUMP
    environ putenv unsetenv getpid getppid getpgrp getpgid getsid getuid geteuid getgid getegid getgroups
    getresuid getresgid getlogin kill killpg abort execv execve system wait waitpid wait3 wait4 waitid
    waitstatus_to_exitcode uname times umask urandom getrandom cpu_count sched_yield get_terminal_size
    device_encoding ttyname ctermid
    """.split()

PID = 42
EX_OK, EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST = 0, 64, 65, 66, 67, 68
EX_UNAVAILABLE, EX_SOFTWARE, EX_OSERR, EX_OSFILE, EX_CANTCREAT = 69, 70, 71, 72, 73
EX_IOERR, EX_TEMPFAIL, EX_PROTOCOL, EX_NOPERM, EX_CONFIG = 74, 75, 76, 77, 78
WNOHANG, WUNTRACED, WSTOPPED, WEXITED, WCONTINUED, WNOWAIT = 1, 2, 2, 4, 8, 0x1000000
P_ALL, P_PID, P_PGID = 0, 1, 2

environ = {
    b"HOME": b"/home/reader",
    b"USER": b"reader",
    b"LANG": b"C.UTF-8",
    b"PATH": b"/usr/local/bin:/usr/bin:/bin",
}
_variables = dict(environ)  # what putenv() changes; os.environ has a copy of its own
_born = _host.time()


def _create_environ():
    """Return the environment as it is now, for os.reload_environ()."""
    return dict(_variables)


def putenv(name, value, /):
    """Change or add an environment variable."""
    name, value = _encoded(name), _encoded(value)
    if b"=" in name:
        raise ValueError("illegal environment variable name")
    if b"\0" in name or b"\0" in value:
        raise ValueError("embedded null byte")
    if not name:
        raise failure(EINVAL)
    _variables[name] = value


def unsetenv(name, /):
    """Delete an environment variable."""
    name = _encoded(name)
    if not name or b"=" in name:
        raise failure(EINVAL)
    _variables.pop(name, None)


def _encoded(text):
    return text.encode("utf-8", "surrogateescape") if isinstance(text, str) else bytes(text)


def getpid():
    """Return the current process id."""
    return PID


def getppid():
    """Return the parent's process id."""
    return 1


def getuid():
    """Return the current process's user id."""
    return READER


def geteuid():
    """Return the current process's effective user id."""
    return READER


def getgid():
    """Return the current process's group id."""
    return READER


def getegid():
    """Return the current process's effective group id."""
    return READER


def getpgrp():
    """Return the current process group id."""
    return PID


def getpgid(pid):
    """Call the system call getpgid(), and return the result."""
    return _own(pid)


def getsid(pid, /):
    """Call the system call getsid(pid) and return the result."""
    return _own(pid)


def getgroups():
    """Return list of supplemental group IDs for the process."""
    return [READER]


def getresuid():
    """Return a tuple of the current process's real, effective, and saved user ids."""
    return READER, READER, READER


def getresgid():
    """Return a tuple of the current process's real, effective, and saved group ids."""
    return READER, READER, READER


def getlogin():
    """Return the actual login name."""
    return "reader"


def _own(pid):
    """Return this process's id; fail if `pid` means another process."""
    if pid not in (0, PID):
        raise failure(ESRCH)
    return PID


def kill(pid, signal, /):
    """Kill a process with a signal. This process is the only one there is."""
    _send(pid, signal, _getframe(1))


def killpg(pgid, signal, /):
    """Kill a process group with a signal."""
    _send(pgid, signal, _getframe(1))


def _send(pid, signal, frame):
    """Send a signal to this process, as if it had interrupted `frame`; fail if `pid` means another process."""
    if not 0 <= signal < 65:
        raise failure(EINVAL)
    if pid == 1:
        raise failure(EPERM)
    if pid != -1:
        _own(abs(pid))
    if signal:
        _deliver(signal, frame)


def abort():
    """Abort the interpreter immediately."""
    _host.exit(134)


def _exit(status):
    """Exit to the system with specified status, without normal exit processing."""
    _host.exit(status)


def execv(path, argv, /):
    """Execute an executable path with arguments, replacing current process."""
    raise no_processes("execv()")


def execve(path, argv, env):
    """Execute an executable path with arguments, replacing current process."""
    raise no_processes("execve()")


def system(command):
    """Execute the command in a subshell."""
    raise no_processes("system()")


def wait():
    """Wait for completion of a child process."""
    raise failure(ECHILD)


def waitpid(pid, options, /):
    """Wait for completion of a given child process."""
    raise failure(ECHILD)


def wait3(options):
    """Wait for completion of a child process."""
    raise failure(ECHILD)


def wait4(pid, options):
    """Wait for completion of a specific child process."""
    raise failure(ECHILD)


def waitid(idtype, id, options, /):
    """Returns the result of waiting for a process or processes."""
    raise failure(ECHILD)


def WIFEXITED(status):
    """Return True if the process returning status exited via the exit() system call."""
    return status & 0x7F == 0


def WEXITSTATUS(status):
    """Return the process return code from status."""
    return status >> 8 & 0xFF


def WIFSIGNALED(status):
    """Return True if the process returning status was terminated by a signal."""
    return 0 < status & 0x7F < 0x7F


def WTERMSIG(status):
    """Return the signal that terminated the process that provided the status value."""
    return status & 0x7F


def WIFSTOPPED(status):
    """Return True if the process returning status was stopped."""
    return status & 0xFF == 0x7F


def WSTOPSIG(status):
    """Return the signal that stopped the process that provided the status value."""
    return status >> 8 & 0xFF


def WIFCONTINUED(status):
    """Return True if a particular process was continued from a job control stop."""
    return status == 0xFFFF


def WCOREDUMP(status, /):
    """Return True if the process returning status was dumped to a core file."""
    return bool(status & 0x80)


def waitstatus_to_exitcode(status):
    """Convert a wait status to an exit code."""
    if WIFEXITED(status):
        return WEXITSTATUS(status)
    if WIFSIGNALED(status):
        return -WTERMSIG(status)
    if WIFSTOPPED(status):
        raise ValueError(f"process stopped by delivery of signal {WSTOPSIG(status)}")
    raise ValueError(f"invalid wait status: {status}")


def uname():
    """Return an object identifying the current operating system. There is none, so the names are those that WASI
    uses."""
    return uname_result((platform, "(none)", "0.0.0", "0.0.0", "wasm32"))


def times():
    """Return a collection containing process timing information."""
    elapsed = round(_host.time() - _born, 2)
    return times_result((elapsed, 0.0, 0.0, 0.0, elapsed))


def umask(mask, /):
    """Set the current numeric umask and return the previous umask."""
    before, process.umask = process.umask, mask & 0o777
    return before


def urandom(size, /):
    """Return a bytes object containing random bytes suitable for cryptographic use."""
    size = number(size)
    if size < 0:
        raise ValueError("negative argument not allowed")
    return _host.random(size)


def getrandom(size, flags=0):
    """Obtain a series of random bytes."""
    if size < 0:
        raise failure(EINVAL)
    return _host.random(size)


def cpu_count():
    """Return the number of logical CPUs in the system."""
    return 1


def sched_yield():
    """Voluntarily relinquish the CPU. There is no other process or thread to use it, so nothing happens."""


def get_terminal_size(fd=1, /):
    """Return the size of the terminal window as (columns, lines)."""
    opened(fd)
    return terminal_size((80, 24))


def device_encoding(fd):
    """Return the encoding of a terminal. No descriptor is connected to one, so the answer is None."""
    return None


def ttyname(fd, /):
    """Return the name of the terminal device connected to 'fd'."""
    opened(fd)
    raise failure(ENOTTY)


def ctermid():
    """Return the name of the controlling terminal for this process."""
    return "/dev/tty"
