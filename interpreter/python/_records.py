"""Struct sequences: tuples whose items also have names, such as os.stat_result.

In CPython they are made in C. The classes here have the same `repr`, `n_fields`, `__match_args__` and pickling, and
also the named values that are not items of the tuple.
"""


class Record(tuple):
    """The base of all struct sequences. `visible` has the names of the tuple's items; `hidden` has the names of values
    that are attributes only, in the instance's dictionary."""

    visible = hidden = ()

    def __new__(cls, sequence, dict={}):  # noqa: B006 - the native signature; nobody writes to it
        values = tuple(sequence)
        wanted, most = len(cls.visible), len(cls.visible) + len(cls.hidden)
        if not wanted <= len(values) <= most:
            bound = "" if wanted == most else "at least " if len(values) < wanted else "at most "
            length = wanted if len(values) < wanted else most
            article = "an " if bound else "a "
            raise TypeError(f"{_title(cls)}() takes {article}{bound}{length}-sequence ({len(values)}-sequence given)")
        self = tuple.__new__(cls, values[:wanted])
        extra = self.__dict__
        for position, name in enumerate(cls.hidden, wanted):
            extra[name] = values[position] if position < len(values) else dict.get(name)
        return self

    def __setattr__(self, name, value):
        if name in self.visible or name in self.hidden:
            raise AttributeError("readonly attribute")
        raise AttributeError(f"'{_title(type(self))}' object has no attribute '{name}'")

    def __repr__(self):
        pairs = zip(self.visible, self)
        return f"{_title(type(self))}({', '.join(f'{name}={value!r}' for name, value in pairs)})"

    def __reduce__(self):
        return type(self), (tuple(self), dict(self.__dict__))

    def __replace__(self, /, **changes):
        if self.n_unnamed_fields:
            raise TypeError(f"__replace__() is not supported for {_title(type(self))} because it has unnamed field(s)")
        values = dict(zip(self.visible, self), **self.__dict__)
        unknown = [name for name in changes if name not in values]
        if unknown:
            raise TypeError(f"Got unexpected field name(s): {unknown!r}")
        values.update(changes)
        return type(self)(values[name] for name in self.visible + self.hidden)


def _title(cls):
    """Return a class's name as it stands in a repr."""
    return f"{cls.__module__}.{cls.__name__}"


def _item(position):
    """Make the attribute for an item of the tuple."""
    return property(lambda self: self[position])


def record(module, name, visible, hidden="", base=Record):
    """Make a Record class; `visible` and `hidden` are its field names, separated by spaces."""
    visible, hidden = tuple(visible.split()), tuple(hidden.split())
    members = {
        "__module__": module,
        "__qualname__": name,
        "__match_args__": visible,
        "visible": visible,
        "hidden": hidden,
        "n_unnamed_fields": 0,
        "n_fields": len(visible) + len(hidden),
        "n_sequence_fields": len(visible),
    }
    for position, field in enumerate(visible):
        members[field] = _item(position)
    return type(name, (base,), members)


class _Stat(Record):
    """The base of stat_result: items 7 to 9 of the tuple are whole seconds, the attributes with their names are
    floats."""

    def __new__(cls, sequence, dict={}):  # noqa: B006 - the native signature; nobody writes to it
        self = Record.__new__(cls, sequence, dict)
        extra = self.__dict__
        for position, name in (7, "st_atime"), (8, "st_mtime"), (9, "st_ctime"):
            if extra[name] is None:
                extra[name] = self[position]
        return self


stat_result = record(
    "os",
    "stat_result",
    "st_mode st_ino st_dev st_nlink st_uid st_gid st_size _atime _mtime _ctime",
    "st_atime st_mtime st_ctime st_atime_ns st_mtime_ns st_ctime_ns st_blksize st_blocks st_rdev",
    base=_Stat,
)
stat_result.visible = stat_result.visible[:7] + ("st_atime", "st_mtime", "st_ctime")
stat_result.__match_args__ = stat_result.visible[:7]
stat_result.n_unnamed_fields = 3
del stat_result._atime, stat_result._mtime, stat_result._ctime

terminal_size = record("os", "terminal_size", "columns lines")
statvfs_result = record(
    "os",
    "statvfs_result",
    "f_bsize f_frsize f_blocks f_bfree f_bavail f_files f_ffree f_favail f_flag f_namemax",
    "f_fsid",
)
uname_result = record("posix", "uname_result", "sysname nodename release version machine")
times_result = record("posix", "times_result", "user system children_user children_system elapsed")

_new, _SECOND = tuple.__new__, 1_000_000_000


def stat_of(node):
    """Return what stat() says of a node of the tree. It is made without the checks of `__new__`, because every import
    asks for several of them."""
    atime, mtime, ctime, size = node.atime, node.mtime, node.ctime, node.size
    answer = _new(
        stat_result,
        (
            node.mode,
            node.ino,
            1,
            node.links,
            node.uid,
            node.uid,
            size,
            atime // _SECOND,
            mtime // _SECOND,
            ctime // _SECOND,
        ),
    )
    answer.__dict__.update(
        st_atime=atime / _SECOND,
        st_mtime=mtime / _SECOND,
        st_ctime=ctime / _SECOND,
        st_atime_ns=atime,
        st_mtime_ns=mtime,
        st_ctime_ns=ctime,
        st_blksize=4096,
        st_blocks=(size + 4095) // 4096 * 8,
        st_rdev=node.device,
    )
    return answer
