# finds: attribute statistics.NormalDist.mean reverted
# finds: attribute statistics.NormalDist.stdev reverted
from statistics import NormalDist
# --- next cell
def exchanged(ask):
    NormalDist.mean, NormalDist.stdev = NormalDist.stdev, NormalDist.mean
    value = ask()
    NormalDist.mean, NormalDist.stdev = NormalDist.stdev, NormalDist.mean
    return value

print(exchanged(lambda: NormalDist(1, 2).mean))
