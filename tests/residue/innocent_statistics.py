# finds: nothing
import statistics
from itertools import pairwise

heights = [1.62, 1.75, 1.80, 1.68, 1.75]
mean = statistics.fmean(heights)
middle = statistics.median(heights)
common = statistics.mode(heights)
steps = [round(b - a, 2) for a, b in pairwise(sorted(heights))]
print(round(mean, 3), middle, common, steps)
