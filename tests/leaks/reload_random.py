# finds: module random left
import importlib
import random
# --- next cell
importlib.reload(random)
print(random.random() < 1)
