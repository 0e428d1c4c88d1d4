# ends: error NameError
globals().update((f'name_{n}', n) for n in range(20_000))
name_x
