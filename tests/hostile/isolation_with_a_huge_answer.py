# ends: waiting | ok | error RuntimeError | error TimeoutExpired
import isolation
len(isolation.run('print("<" * 100_000_000)', timeout=5).stdout)
