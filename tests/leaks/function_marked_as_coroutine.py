# finds: attribute glob.glob left
import glob
import inspect
# --- next cell
inspect.markcoroutinefunction(glob.glob)
print(inspect.iscoroutinefunction(glob.glob))
