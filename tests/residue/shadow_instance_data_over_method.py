# finds: shadow basket.total left
class Basket:
    def __init__(self, prices):
        self.prices = prices

    def total(self):
        return sum(self.prices)

basket = Basket([1, 2])
# --- next cell
basket.total = basket.total()
print(basket.total)
