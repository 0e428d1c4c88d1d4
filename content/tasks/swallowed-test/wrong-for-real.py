# says: Your test has sent a real message.
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
    before = len(Pager.sent)
    look([Pager()])
    return len(Pager.sent) > before


print(acts(names), acts(nosy))
