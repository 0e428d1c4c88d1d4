# ends: error ValueError
error = ValueError('noted')
for n in range(10_000):
    error.add_note(f'<i>{n}</i>\r\x1b[{n}m')
raise error
