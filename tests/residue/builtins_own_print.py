# finds: shadow print left
import builtins
count = 0

def print(*values):
    global count
    count += 1
    builtins.print('>', *values)

print('hello')
print('again')
