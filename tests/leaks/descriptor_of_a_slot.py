# finds: attribute statistics.NormalDist._mu left
from statistics import NormalDist
# --- next cell
NormalDist._mu = property(lambda normal: 0.0, lambda normal, value: None)
print(NormalDist(5, 2).mean)
