# finds: warnings warnings.filters left
import warnings

warnings.simplefilter("ignore", ResourceWarning)
# --- next cell
def quietly(action):
    warnings.filterwarnings("ignore", message="slow")
    try:
        return action()
    finally:
        warnings.resetwarnings()

answer = quietly(lambda: 6 * 7)
