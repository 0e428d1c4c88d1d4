# finds: nothing
def ticket_numbers():
    number = 0
    try:
        while True:
            number += 1
            yield number
    finally:
        number = None

tickets = ticket_numbers()
first = next(tickets)
# --- next cell
second = next(tickets)
third = next(tickets)
print(second, third)
