# finds: shadow max left
limits = {'max': 10}

def load():
    global max
    max = limits['max']

load()
print(max)
