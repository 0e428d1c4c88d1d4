# finds: attribute statistics.NormalDist.from_samples left
from statistics import NormalDist
# --- next cell
NormalDist.from_samples.__func__.__name__ = "fitted"
print(NormalDist.from_samples.__name__)
