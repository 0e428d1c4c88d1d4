# finds: nothing
class Ticket:
    issued = 0
    last = None

    def __init__(self, name):
        Ticket.issued += 1
        Ticket.last = self
        self.number, self.name = Ticket.issued, name

    @classmethod
    def reset(cls):
        cls.issued = 0
# --- next cell
tickets = [Ticket(name) for name in ("ann", "bob")]
Ticket.price = 4
income = Ticket.issued * Ticket.price
Ticket.reset()
del Ticket.price
print(income, Ticket.issued, Ticket.last.number)
