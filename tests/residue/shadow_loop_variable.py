# finds: shadow id left
rows = [(1, 'one'), (2, 'two')]
for id, name in rows:
    print(id, name)
