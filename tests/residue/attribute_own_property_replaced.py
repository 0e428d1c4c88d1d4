# finds: attribute Account.balance left
class Account:
    def __init__(self, amount):
        self.amount = amount

    @property
    def balance(self):
        return self.amount

# --- next cell
account = Account(10)
Account.balance = property(lambda self: self.amount / 100)
print(account.balance)
