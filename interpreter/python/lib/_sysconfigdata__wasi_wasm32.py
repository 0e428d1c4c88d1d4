"""Where `sysconfig` looks for how this Python was built: the interpreter's own answer."""

from _sysconfigdata import build_time_vars as build_time_vars
