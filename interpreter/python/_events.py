"""The audit events that CPython raises and RustPython does not: what hooks hear of before a function does its work.

CPython's list is https://docs.python.org/3.14/library/audit_events.html. boot.py gives each event to its function.
"""


def _dir_fd(fd):
    return -1 if fd is None else fd


# Of the functions of `posix`, by name: the event, and what gives its arguments for those of the call.
POSIX = {
    "chdir": ("os.chdir", lambda path: (path,)),
    "fchdir": ("os.chdir", lambda fd: (fd,)),
    "chmod": ("os.chmod", lambda path, mode, *, dir_fd=None, follow_symlinks=True: (path, mode, _dir_fd(dir_fd))),
    "fchmod": ("os.chmod", lambda fd, mode: (fd, mode, -1)),
    "chown": (
        "os.chown",
        lambda path, uid, gid, *, dir_fd=None, follow_symlinks=True: (path, uid, gid, _dir_fd(dir_fd)),
    ),
    "lchown": ("os.chown", lambda path, uid, gid: (path, uid, gid, -1)),
    "fchown": ("os.chown", lambda fd, uid, gid: (fd, uid, gid, -1)),
    "execv": ("os.exec", lambda path, argv: (path, argv, None)),
    "execve": ("os.exec", lambda path, argv, env: (path, argv, env)),
    "ftruncate": ("os.truncate", lambda fd, length: (fd, length)),
    "kill": ("os.kill", lambda pid, signal: (pid, signal)),
    "killpg": ("os.killpg", lambda pgid, signal: (pgid, signal)),
    "link": (
        "os.link",
        lambda src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True: (
            src,
            dst,
            _dir_fd(src_dir_fd),
            _dir_fd(dst_dir_fd),
        ),
    ),
    "listdir": ("os.listdir", lambda path=None: (path,)),
    "mkdir": ("os.mkdir", lambda path, mode=0o777, *, dir_fd=None: (path, mode, _dir_fd(dir_fd))),
    "open": ("open", lambda path, flags, mode=0o777, *, dir_fd=None: (path, None, flags)),
    "putenv": ("os.putenv", lambda name, value: (name, value)),
    "remove": ("os.remove", lambda path, *, dir_fd=None: (path, _dir_fd(dir_fd))),
    "rename": (
        "os.rename",
        lambda src, dst, *, src_dir_fd=None, dst_dir_fd=None: (src, dst, _dir_fd(src_dir_fd), _dir_fd(dst_dir_fd)),
    ),
    "replace": (
        "os.rename",
        lambda src, dst, *, src_dir_fd=None, dst_dir_fd=None: (src, dst, _dir_fd(src_dir_fd), _dir_fd(dst_dir_fd)),
    ),
    "rmdir": ("os.rmdir", lambda path, *, dir_fd=None: (path, _dir_fd(dir_fd))),
    "scandir": ("os.scandir", lambda path=None: (path,)),
    "symlink": ("os.symlink", lambda src, dst, target_is_directory=False, *, dir_fd=None: (src, dst, _dir_fd(dir_fd))),
    "system": ("os.system", lambda command: (command,)),
    "truncate": ("os.truncate", lambda path, length: (path, length)),
    "unlink": ("os.remove", lambda path, *, dir_fd=None: (path, _dir_fd(dir_fd))),
    "unsetenv": ("os.unsetenv", lambda name: (name,)),
    "utime": (
        "os.utime",
        lambda path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True: (path, times, ns, _dir_fd(dir_fd)),
    ),
}
POSIX["pthread_kill"] = ("signal.pthread_kill", lambda thread_id, signalnum: (thread_id, signalnum))

# Of native functions of RustPython: the module, the function, the event, and what gives its arguments.
NATIVE = (
    ("builtins", "id", "builtins.id", lambda object: (id(object),)),
    ("builtins", "input", "builtins.input", lambda prompt="": (prompt,)),
    ("gc", "get_objects", "gc.get_objects", lambda generation=None: (-1 if generation is None else generation,)),
    ("gc", "get_referrers", "gc.get_referrers", lambda *objects: (objects,)),
    ("gc", "get_referents", "gc.get_referents", lambda *objects: (objects,)),
    ("marshal", "loads", "marshal.loads", lambda data, **options: (data,)),
    ("marshal", "load", "marshal.load", lambda file, **options: ()),
    ("sys", "settrace", "sys.settrace", lambda function: ()),
    ("sys", "setprofile", "sys.setprofile", lambda function: ()),
    ("sys", "_current_frames", "sys._current_frames", lambda: ()),
)
