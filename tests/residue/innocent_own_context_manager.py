# finds: nothing
from contextlib import contextmanager

class Transaction:
    def __init__(self, account):
        self.account = account

    def __enter__(self):
        self.before = dict(self.account)
        return self.account

    def __exit__(self, kind, error, trace):
        if kind is not None:
            self.account.clear()
            self.account.update(self.before)
        return True

@contextmanager
def indented(lines):
    lines.append("{")
    yield lines
    lines.append("}")

account = {"ann": 5, "bob": 0}
with Transaction(account) as open_account:
    open_account["ann"] -= 9
    if open_account["ann"] < 0:
        raise ValueError("too little")
with indented([]) as lines:
    lines.extend(sorted(account))
print(account, lines)
