# finds: nothing
dict = {'a': 1}
type = 'number'
# --- next cell
dict['b'] = 2
type = 'letter'
print(dict, type)
