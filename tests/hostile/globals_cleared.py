# ends: ok
globals().clear()
