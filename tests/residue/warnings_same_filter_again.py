# finds: nothing
import warnings

warnings.simplefilter("ignore", BytesWarning)
# --- next cell
warnings.simplefilter("ignore", BytesWarning)
count = len(warnings.filters)
