# ends: waiting | ok | error RuntimeError
import isolation
isolation.run('x = [0]\nwhile True: x = x * 2', timeout=10)
