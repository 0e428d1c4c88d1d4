# finds: attribute statistics.NormalDist.mean reverted
from statistics import NormalDist
from unittest.mock import PropertyMock, patch
# --- next cell
with patch.object(NormalDist, "mean", new_callable=PropertyMock, return_value=5) as mean:
    print(NormalDist(1, 2).mean, mean.called)
