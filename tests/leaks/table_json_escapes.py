# finds: registry json.encoder.ESCAPE_DCT left
import json
from json import encoder
# --- next cell
encoder.ESCAPE_DCT["/"] = "\\/"
