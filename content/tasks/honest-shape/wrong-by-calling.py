# says: You were asked whether it can be closed.
def can_close(thing):
    try:
        thing.close()
    except (AttributeError, TypeError):
        return False
    return True
