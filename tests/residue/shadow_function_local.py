# finds: nothing
def describe(list, type='plain'):
    len = 0
    for input in list:
        len += 1
    return f'{type}: {len}'

class Row:
    id = 7
    def filter(self, object):
        return object

max_value = max([id for id in range(3)])
print(describe('abc'), Row().filter(Row.id), max_value)
