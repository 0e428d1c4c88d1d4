# finds: registry copyreg.dispatch_table[Money] reverted
import copyreg
import pickle

class Money:
    def __init__(self, cents):
        self.cents = cents
# --- next cell
def reduce_money(money):
    return Money, (money.cents,)

copyreg.pickle(Money, reduce_money)
try:
    data = pickle.dumps([Money(5), Money(7)])
finally:
    del copyreg.dispatch_table[Money]
total = sum(money.cents for money in pickle.loads(data))
