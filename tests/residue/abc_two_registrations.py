# finds: abc Number: Money permanent
# finds: abc Sequence: Deck permanent
import numbers
from collections.abc import Sequence

class Money:
    cents = 0

class Deck:
    cards = ()

# --- next cell
numbers.Number.register(Money)
Sequence.register(Deck)
print(isinstance(Money(), numbers.Number), isinstance(Deck(), Sequence))
