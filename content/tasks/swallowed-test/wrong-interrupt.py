# says: A look can catch whatever your stand-in raises.
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
    def refuse(self, text):
        raise KeyboardInterrupt  # no `except Exception` catches this

    kept, Pager.deliver = Pager.deliver, refuse
    try:
        look([Pager()])
        return False
    except KeyboardInterrupt:
        return True
    finally:
        Pager.deliver = kept


print(acts(names), acts(nosy))
