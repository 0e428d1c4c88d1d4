# finds: attribute math.two words left
import math
setattr(math, "two words", 2)
