# finds: attribute colorsys.hls_to_rgb left
import colorsys
# --- next cell
colorsys.hls_to_rgb.__annotations__["return"] = tuple
