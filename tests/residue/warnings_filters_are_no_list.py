# finds: warnings warnings.filters left
import warnings
kept = warnings.filters
warnings.filters = tuple(kept)
