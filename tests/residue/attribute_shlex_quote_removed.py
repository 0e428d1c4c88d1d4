# finds: attribute shlex.quote left
import shlex
command = 'ls ' + shlex.quote('my file')
del shlex.quote
print(hasattr(shlex, 'quote'))
