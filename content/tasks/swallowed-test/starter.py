class Pager:
    sent = []

    def deliver(self, text):
        Pager.sent.append(text)


def names(plugins):
    return [type(each).__name__ for each in plugins]


def nosy(plugins):  # your mutation of `names`: it delivers, too
    return [type(each).__name__ for each in plugins]


def acts(look):  # the test: does a look use the power to act?
    def refuse(self, text):
        raise AssertionError("a looking command has acted")

    kept, Pager.deliver = Pager.deliver, refuse
    try:
        look([Pager()])
        return False
    except AssertionError:
        return True
    finally:
        Pager.deliver = kept


print(acts(names), acts(nosy))
