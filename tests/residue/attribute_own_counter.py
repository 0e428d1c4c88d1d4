# finds: nothing
class Ticket:
    issued = 0
    prefix = 'T'

    def __init__(self):
        Ticket.issued += 1
        self.code = f'{self.prefix}{Ticket.issued}'

# --- next cell
tickets = [Ticket() for _ in range(3)]
Ticket.prefix = 'X'
tickets.append(Ticket())
print([t.code for t in tickets], Ticket.issued)
