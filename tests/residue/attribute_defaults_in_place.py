# finds: attribute statistics.median_grouped left
import statistics
data = [1, 2, 2, 3, 4, 4, 4, 5]
before = statistics.median_grouped(data)
statistics.median_grouped.__defaults__ = (2.0,)
after = statistics.median_grouped(data)
print(before, after)
