# finds: attribute statistics.NormalDist.from_samples reverted
from statistics import NormalDist
# --- next cell
kept = vars(NormalDist)["from_samples"]
NormalDist.from_samples = staticmethod(lambda data: None)
print(NormalDist.from_samples([1]))
NormalDist.from_samples = kept
