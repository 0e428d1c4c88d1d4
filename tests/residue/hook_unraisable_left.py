# finds: hook sys.unraisablehook left
import sys
problems = []
# --- next cell
sys.unraisablehook = lambda details: problems.append(details.exc_type)
print(callable(sys.unraisablehook))
