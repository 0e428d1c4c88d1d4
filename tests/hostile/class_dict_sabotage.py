# ends: error TypeError
int.__add__ = None
