# finds: attribute colorsys.rgb_to_hls left
import colorsys
# --- next cell
colorsys.rgb_to_hls.__annotations__ = {"r": float, "g": float, "b": float, "return": tuple}
