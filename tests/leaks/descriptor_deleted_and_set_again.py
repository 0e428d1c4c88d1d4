# finds: attribute statistics.NormalDist.variance reverted
from statistics import NormalDist
# --- next cell
kept = NormalDist.variance
del NormalDist.variance
print(hasattr(NormalDist(1, 2), "variance"))
NormalDist.variance = kept
