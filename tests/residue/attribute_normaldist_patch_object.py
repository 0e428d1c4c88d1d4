# finds: attribute statistics.NormalDist.from_samples reverted
import statistics
from unittest import mock
fixed = statistics.NormalDist(5, 1)
with mock.patch.object(statistics.NormalDist, 'from_samples', return_value=fixed):
    fitted = statistics.NormalDist.from_samples([1, 2, 3])
    mean = fitted.mean
print(mean, statistics.NormalDist.from_samples([1, 2, 3]).mean)
