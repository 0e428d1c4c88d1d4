class Pager:
    sent = []

    def deliver(self, text):
        Pager.sent.append(text)


def names(plugins):
    return [type(each).__name__ for each in plugins]


def nosy(plugins):
    for each in plugins:
        try:
            each.deliver("a sample")
        except Exception:  # what somebody writes because a pager may not be configured
            pass
    return [type(each).__name__ for each in plugins]


def acts(look):
    noted = []  # an exception can be caught on its way to the test; a note can't
    kept, Pager.deliver = Pager.deliver, lambda self, text: noted.append(text)
    try:
        look([Pager()])
    finally:
        Pager.deliver = kept
    return bool(noted)


print(acts(names), acts(nosy))
