# ends: ok
import builtins
builtins.print = builtins.len = builtins.repr = builtins.type = builtins.isinstance = builtins.getattr = None
