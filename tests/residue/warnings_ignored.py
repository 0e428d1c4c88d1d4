# finds: warnings warnings.filters left
import warnings

warnings.simplefilter("ignore", UserWarning)
warnings.warn("nobody hears this")
