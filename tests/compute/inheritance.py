"""Calls methods up and down a family of classes: super, properties, class methods and overrides."""


class Account:
    opened = 0
    fee = 1

    def __init__(self, owner, cents):
        self.owner = owner
        self._cents = cents
        type(self).count_one()

    @classmethod
    def count_one(cls):
        cls.opened += 1

    @staticmethod
    def checked(cents):
        return cents if cents > 0 else 1

    @property
    def cents(self):
        return self._cents

    @cents.setter
    def cents(self, value):
        self._cents = max(value, -10_000)

    def deposit(self, cents):
        self.cents += self.checked(cents)
        return self

    def withdraw(self, cents):
        self.cents -= self.checked(cents) + self.fee
        return self

    def close_month(self):
        return self.cents


class Savings(Account):
    opened = 0
    rate = 3

    def close_month(self):
        self.cents += super().close_month() * self.rate // 1200
        return self.cents


class Logged:
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.entries = 0

    def deposit(self, cents):
        self.entries += 1
        return super().deposit(cents)

    def withdraw(self, cents):
        self.entries += 1
        return super().withdraw(cents)


class LoggedSavings(Logged, Savings):
    opened = 0
    fee = 2

    def close_month(self):
        return super().close_month() - self.entries % 2


def work():
    for kind in (Account, Savings, LoggedSavings):
        kind.opened = 0
    accounts = []
    for number in range(60):
        kind = (Account, Savings, LoggedSavings)[number % 3]
        accounts.append(kind(f"owner {number}", 1000 * number))
    total = 0
    for month in range(440):
        for number, account in enumerate(accounts):
            account.deposit(100 + number).withdraw(50 + month % 40)
            total += account.close_month()
    return total, sum(account.cents for account in accounts), LoggedSavings.opened
