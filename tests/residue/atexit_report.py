# finds: atexit report left
import atexit

orders = []

@atexit.register
def report():
    orders.clear()

orders.append("tea")
