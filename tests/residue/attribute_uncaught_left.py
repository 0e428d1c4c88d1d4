# finds: attribute statistics.mean left
import statistics
# --- next cell
real_mean = statistics.mean
statistics.mean = lambda values: 0
centre = statistics.mean([4, 6])
ratio = 10 / centre
statistics.mean = real_mean
