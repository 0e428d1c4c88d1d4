# ends: error OSError
files = []
while True:
    files.append(open('f', 'w'))
