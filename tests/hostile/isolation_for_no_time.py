# ends: error ValueError
import isolation
for timeout in (0, -1, float('nan'), float('inf'), 10**9):
    try:
        isolation.run('pass', timeout=timeout)
    except ValueError:
        pass
isolation.run('pass', timeout=-0.0)
