# finds: warnings warnings.filters reverted
import warnings
# --- next cell
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("old", DeprecationWarning)
print(len(caught))
