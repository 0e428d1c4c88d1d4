# ends: error ValueError
import builtins
builtins.len = lambda x: -1
builtins.isinstance = builtins.issubclass = builtins.callable = builtins.hasattr = lambda *args: True
builtins.type = builtins.id = builtins.hash = lambda *args: 0
builtins.iter = builtins.next = builtins.sorted = builtins.list = lambda *args: None
raise ValueError('told all the same')
