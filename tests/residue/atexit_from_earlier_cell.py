# finds: atexit save_cart left
import atexit

cart = ["tea"]

def save_cart():
    return list(cart)

atexit.register(save_cart)
# --- next cell
kept = save_cart()
atexit.unregister(save_cart)
