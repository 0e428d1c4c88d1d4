# finds: builtins builtins.print left
import builtins
lines = []

def quiet(*values, **options):
    lines.append(' '.join(map(str, values)))

builtins.print = quiet
print('kept', 1)
total = len(lines)
