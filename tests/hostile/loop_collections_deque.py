# ends: endless
from collections import deque
from itertools import repeat
deque(repeat(1), maxlen=0)
