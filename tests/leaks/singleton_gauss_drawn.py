# finds: nothing
import random
# --- next cell
heights = [round(random.gauss(170, 8)) for _ in range(3)]
print(len(heights), random._inst.gauss_next is not None)
