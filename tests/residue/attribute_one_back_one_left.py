# finds: attribute operator.itemgetter reverted
# finds: attribute operator.attrgetter left
import operator
keep_item, keep_attr = operator.itemgetter, operator.attrgetter
operator.itemgetter = lambda *keys: 'item'
operator.attrgetter = lambda *names: 'attr'
shown = operator.itemgetter(0), operator.attrgetter('x')
operator.itemgetter = keep_item
print(shown)
