# ends: error OverflowError | memory
with open('hole', 'wb') as file:
    file.seek(2**40)
    file.write(b'x')
