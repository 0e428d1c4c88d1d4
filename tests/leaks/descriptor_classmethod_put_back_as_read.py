# finds: attribute statistics.NormalDist.from_samples left
from statistics import NormalDist
# --- next cell
kept, NormalDist.from_samples = NormalDist.from_samples, lambda data: None
NormalDist.from_samples = kept
print(NormalDist.from_samples([1, 2, 3]).mean)
