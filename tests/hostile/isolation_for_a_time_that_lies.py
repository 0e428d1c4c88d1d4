# ends: waiting | ok | error TimeoutExpired
import isolation
class Time(float):
    def __lt__(self, other):
        return True
    __gt__ = __le__ = __ge__ = __lt__
    def __repr__(self):
        return '1e300'
isolation.run('pass', timeout=Time(-5))
