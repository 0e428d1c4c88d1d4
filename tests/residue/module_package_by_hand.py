# finds: module shop left
# finds: module shop.cart left
import sys
from types import ModuleType

shop = ModuleType('shop')
shop.__path__ = []
cart = ModuleType('shop.cart')
cart.items = ['tea']
shop.cart = cart
sys.modules.update({'shop': shop, 'shop.cart': cart})
import shop.cart as basket
print(basket.items)
