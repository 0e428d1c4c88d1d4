# finds: attribute statistics.NormalDist.stdev reverted
from statistics import NormalDist
from unittest.mock import patch
# --- next cell
with patch.object(NormalDist, "stdev", property(lambda normal: 9)): print(NormalDist(1, 2).stdev)
