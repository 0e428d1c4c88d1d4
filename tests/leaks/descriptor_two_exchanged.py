# finds: attribute statistics.NormalDist.mean left
# finds: attribute statistics.NormalDist.stdev left
from statistics import NormalDist
# --- next cell
NormalDist.mean, NormalDist.stdev = NormalDist.stdev, NormalDist.mean
print(NormalDist(1, 2).mean)
