# ends: waiting
while True:
    try:
        input('again: ')
    except EOFError:
        pass
