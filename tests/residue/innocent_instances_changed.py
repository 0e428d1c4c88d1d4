# finds: nothing
class Account:
    currency = "EUR"

    def __init__(self, owner):
        self.owner = owner
        self.entries = []

    def pay(self, amount, on_paid=None):
        self.entries.append(amount)
        if on_paid:
            on_paid(sum(self.entries))

account = Account("ann")
# --- next cell
totals = []
account.currency = "USD"
account.nickname = "annie"
account.on_close = totals.clear
account.pay(5, on_paid=totals.append)
account.pay(-2, totals.append)
del account.nickname
vars(account).update(limit=100)
print(totals, account.currency, Account.currency)
