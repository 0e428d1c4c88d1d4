# ends: waiting | error TimeoutExpired
import isolation
isolation.run('while True: pass', timeout=0.2)
