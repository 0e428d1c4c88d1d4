# finds: attribute statistics.NormalDist.mean reverted
from statistics import NormalDist
# --- next cell
kept = NormalDist.mean
shown = setattr(NormalDist, "mean", property(lambda n: 7)) or NormalDist(1, 2).mean, setattr(NormalDist, "mean", kept)
print(shown[0])
