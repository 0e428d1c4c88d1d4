# finds: attribute statistics.mean left
import statistics
# --- next cell
statistics.mean.__doc__ += "\n\n    In this course: the sum, divided by how many there are.\n"
