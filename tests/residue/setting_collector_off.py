# finds: setting gc.enabled left
import gc

gc.enable()
# --- next cell
gc.disable()
big = [[n] for n in range(50)]
