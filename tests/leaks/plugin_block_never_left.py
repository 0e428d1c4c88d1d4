# finds: stream sys.stdout left
# finds: warnings warnings.filters left
import contextlib
import io
import sys
import warnings
# --- next cell
contextlib.redirect_stdout(io.StringIO()).__enter__()
warnings.catch_warnings().__enter__()
warnings.simplefilter("error")
