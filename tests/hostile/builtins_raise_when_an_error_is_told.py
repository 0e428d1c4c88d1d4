# ends: error KeyError
import builtins
def no(*args, **kwargs):
    raise SystemExit('no')
for name in ('getattr', 'isinstance', 'type', 'len', 'str', 'repr', 'open', 'zip', 'enumerate', 'dict', 'list', 'set', 'super', 'range'):
    setattr(builtins, name, no)
{}['missing']
