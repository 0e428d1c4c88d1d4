# finds: builtins builtins.DEBUG left
import builtins

def report(text):
    return 'debug: ' + text if DEBUG else text

setattr(builtins, 'DEBUG', True)
print(report('started'))
